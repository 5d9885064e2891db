#include "kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <string.h>

#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,avx2,fma"))), apply_to = function)

#define LEVEL(name) name##_avx512
#include "vectors16.h"

#include "attention.h"
#include "elementwise.h"

const quoth_kernels quoth_kernels_avx512 = {
    .quantise = quantise_avx512,
    .rescale = rescale_avx512,
    .norm = norm_avx512,
    .gelu = gelu_avx512,
    .attend_scratch = attend_scratch_avx512,
    .attend = attend_avx512,
};

#pragma clang attribute pop
#endif
