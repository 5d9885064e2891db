#pragma once

#include "CQuothDNNL.h"

/// A helper of the kernels: part of its caller, so that it takes the caller's instructions.
#define INLINE static inline __attribute__((always_inline))

/// The vector functions of one level, as the header explains them.
typedef struct {
  void (*quantise)(const float *values, int rows, int width, uint8_t *quantised, float *scales,
                   int32_t *zeros);
  quoth_weights *(*lay_out_bytes)(const int8_t *weights, const float *scales, const float *bias,
                                  int outputs, int inputs, bool gelu);
  quoth_weights *(*lay_out_floats)(const float *weights, const float *bias, int outputs,
                                   int inputs, bool gelu);
  void (*multiply)(const quoth_weights *weights, const void *values, const float *scales,
                   const int32_t *zeros, int rows, float *out);
  void (*norm)(float *values, const float *residual, const float *weight, const float *bias,
               float epsilon, int rows, int width);
  void (*gelu)(float *values, size_t count);
  size_t (*attend_scratch)(int tokens, int head_width);
  void (*attend)(const float *joined, int tokens, int heads, int head_width, bool sixteen,
                 float *scratch, float *out);
} quoth_kernels;

extern const quoth_kernels quoth_kernels_avx2, quoth_kernels_avxvnni, quoth_kernels_avx512;
