#include "kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <stdlib.h>
#include <string.h>

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,avx2,fma"))), apply_to = function)

#define LEVEL(name) name##_avx512
#include "vectors16.h"

#include "tiles.h"

#include "attention.h"
#include "elementwise.h"
#include "products.h"

const quoth_kernels quoth_kernels_avx512 = {
    .quantise = quantise_avx512,
    .lay_out_bytes = lay_out_bytes_avx512,
    .lay_out_floats = lay_out_floats_avx512,
    .multiply = multiply_avx512,
    .norm = norm_avx512,
    .gelu = gelu_avx512,
    .attend_scratch = attend_scratch_avx512,
    .attend = attend_avx512,
};

#pragma clang attribute pop
#endif
