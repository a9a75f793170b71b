#include "CSHA256.h"

// They fail only for providers that are loaded at run time, which these functions never ask.
void csha256_start(csha256 *hash) { SHA256_Init(&hash->state); }
void csha256_add(csha256 *hash, const void *bytes, size_t count) { SHA256_Update(&hash->state, bytes, count); }
void csha256_finish(csha256 *hash, unsigned char *digest) { SHA256_Final(digest, &hash->state); }
