#include "kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <stdlib.h>
#include <string.h>

#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)

#define LEVEL(name) name##_avx2
#include "vectors8.h"

#include "tiles.h"

#include "attention.h"
#include "elementwise.h"
#include "products.h"

const quoth_kernels quoth_kernels_avx2 = {
    .quantise = quantise_avx2,
    .lay_out_bytes = lay_out_bytes_avx2,
    .lay_out_floats = lay_out_floats_avx2,
    .multiply = multiply_avx2,
    .norm = norm_avx2,
    .gelu = gelu_avx2,
    .attend_scratch = attend_scratch_avx2,
    .attend = attend_avx2,
};

#pragma clang attribute pop
#endif
