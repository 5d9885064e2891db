#include "kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>
#include <stdlib.h>
#include <string.h>

#pragma clang attribute push(__attribute__((target("avx2,fma,avxvnni"))), apply_to = function)

#define HAS_VNNI
#define LEVEL(name) name##_avxvnni
#include "vectors8.h"

#include "tiles.h"

#include "attention.h"
#include "elementwise.h"
#include "products.h"

const quoth_kernels quoth_kernels_avxvnni = {
    .quantise = quantise_avxvnni,
    .lay_out_bytes = lay_out_bytes_avxvnni,
    .lay_out_floats = lay_out_floats_avxvnni,
    .multiply = multiply_avxvnni,
    .norm = norm_avxvnni,
    .gelu = gelu_avxvnni,
    .attend_scratch = attend_scratch_avxvnni,
    .attend = attend_avxvnni,
};

#pragma clang attribute pop
#endif
