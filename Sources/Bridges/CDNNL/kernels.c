#include "kernels.h"

#include <stdlib.h>

#if defined(__x86_64__)

bool quoth_has_level(quoth_level level) {
  switch (level) {
  case QUOTH_PLAIN: return true;
  case QUOTH_AVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  case QUOTH_AVX_VNNI: return quoth_has_level(QUOTH_AVX2) && __builtin_cpu_supports("avxvnni");
  case QUOTH_AVX512:
    return quoth_has_level(QUOTH_AVX2) && __builtin_cpu_supports("avx512f")
           && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
           && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni");
  }
}

static const quoth_kernels *kernels(quoth_level level) {
  switch (level) {
  case QUOTH_PLAIN: __builtin_trap();
  case QUOTH_AVX2: return &quoth_kernels_avx2;
  case QUOTH_AVX_VNNI: return &quoth_kernels_avxvnni;
  case QUOTH_AVX512: return &quoth_kernels_avx512;
  }
}

#else  // Other processors use the plain Swift twins.

bool quoth_has_level(quoth_level level) { return level == QUOTH_PLAIN; }
static const quoth_kernels *kernels(quoth_level level) { __builtin_trap(); }

#endif

void quoth_quantise(quoth_level level, const float *values, int rows, int width,
                    uint8_t *quantised, float *scales, int32_t *zeros) {
  kernels(level)->quantise(values, rows, width, quantised, scales, zeros);
}

quoth_weights *quoth_weights_bytes(quoth_level level, const int8_t *weights, const float *scales,
                                   const float *bias, int outputs, int inputs, bool gelu) {
  return kernels(level)->lay_out_bytes(weights, scales, bias, outputs, inputs, gelu);
}

quoth_weights *quoth_weights_floats(quoth_level level, const float *weights, const float *bias,
                                    int outputs, int inputs, bool gelu) {
  return kernels(level)->lay_out_floats(weights, bias, outputs, inputs, gelu);
}

void quoth_weights_free(quoth_weights *weights) { free(weights); }

void quoth_multiply_bytes(quoth_level level, const quoth_weights *weights, const uint8_t *values,
                          const float *scales, const int32_t *zeros, int rows, float *out) {
  kernels(level)->multiply(weights, values, scales, zeros, rows, out);
}

void quoth_multiply_floats(quoth_level level, const quoth_weights *weights, const float *values,
                           int rows, float *out) {
  kernels(level)->multiply(weights, values, NULL, NULL, rows, out);
}

void quoth_norm(quoth_level level, float *values, const float *residual, const float *weight,
                const float *bias, float epsilon, int rows, int width) {
  kernels(level)->norm(values, residual, weight, bias, epsilon, rows, width);
}

void quoth_gelu(quoth_level level, float *values, size_t count) {
  kernels(level)->gelu(values, count);
}

size_t quoth_attend_scratch(quoth_level level, int tokens, int head_width) {
  return kernels(level)->attend_scratch(tokens, head_width);
}

void quoth_attend(quoth_level level, const float *joined, int tokens, int heads, int head_width,
                  bool sixteen, float *scratch, float *out) {
  kernels(level)->attend(joined, tokens, heads, head_width, sixteen, scratch, out);
}
