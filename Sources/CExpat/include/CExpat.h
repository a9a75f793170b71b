#ifndef CEXPAT_H
#define CEXPAT_H

#include <expat.h>

/// Stops a parser at once; `XML_StopParser` with the one argument that is of use here.
void cexpat_stop(XML_Parser parser);

#endif
