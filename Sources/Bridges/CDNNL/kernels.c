#include "kernels.h"

#if defined(__x86_64__)

quoth_level quoth_best_level(void) {
  if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("fma")) return QUOTH_PLAIN;
  bool wide = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
              && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")
              && __builtin_cpu_supports("avx512vnni");
  return wide ? QUOTH_AVX512 : QUOTH_AVX2;
}

bool quoth_has_vnni(void) {
  return __builtin_cpu_supports("avx512vnni") || __builtin_cpu_supports("avxvnni");
}

static const quoth_kernels *kernels(quoth_level level) {
  return level == QUOTH_AVX512 ? &quoth_kernels_avx512 : &quoth_kernels_avx2;
}

#else  // Other processors use the plain Swift twins.

quoth_level quoth_best_level(void) { return QUOTH_PLAIN; }
bool quoth_has_vnni(void) { return false; }
static const quoth_kernels *kernels(quoth_level level) { __builtin_trap(); }

#endif

void quoth_quantise(quoth_level level, const float *values, int rows, int width,
                    uint8_t *quantised, float *scales, int32_t *zeros) {
  kernels(level)->quantise(values, rows, width, quantised, scales, zeros);
}

void quoth_rescale(quoth_level level, const int32_t *sums, const float *scales,
                   const int32_t *zeros, int rows, const float *weight_scales,
                   const int32_t *weight_sums, const float *bias, int outputs, bool gelu,
                   float *out) {
  kernels(level)->rescale(sums, scales, zeros, rows, weight_scales, weight_sums, bias, outputs,
                          gelu, out);
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
