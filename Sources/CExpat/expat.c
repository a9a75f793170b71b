#include "CExpat.h"

void cexpat_stop(XML_Parser parser) { XML_StopParser(parser, XML_FALSE); }
