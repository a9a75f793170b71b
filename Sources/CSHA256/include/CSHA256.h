#ifndef CSHA256_H
#define CSHA256_H

// OpenSSL 3 calls these functions old. Its newer ones look the algorithm up at every hash, which takes four times as
// long for the short texts of a journal.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

typedef struct {
    SHA256_CTX state;
} csha256;

void csha256_start(csha256 *hash);
void csha256_add(csha256 *hash, const void *bytes, size_t count);
/// Writes 32 bytes.
void csha256_finish(csha256 *hash, unsigned char *digest);

#endif
