#include "CQuothDNNL.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>

#define VECTOR __attribute__((target("avx2,fma")))
#define VECTOR_INLINE static inline __attribute__((target("avx2,fma"), always_inline))

/// Rows a tile holds: 6 rows of 16 outputs are 12 of the 16 vector registers.
enum { TILE = 6 };

bool quoth_has_vectors(void) {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
}

bool quoth_has_vnni(void) {
  return __builtin_cpu_supports("avx512vnni") || __builtin_cpu_supports("avxvnni");
}

/// Outputs a packed panel holds: two vector registers.
enum { PANEL = 16 };

static int panels(int outputs) { return (outputs + PANEL - 1) / PANEL; }

VECTOR_INLINE void transpose_8x8(__m256 *r) {
  __m256 a0 = _mm256_unpacklo_ps(r[0], r[1]), a1 = _mm256_unpackhi_ps(r[0], r[1]);
  __m256 a2 = _mm256_unpacklo_ps(r[2], r[3]), a3 = _mm256_unpackhi_ps(r[2], r[3]);
  __m256 a4 = _mm256_unpacklo_ps(r[4], r[5]), a5 = _mm256_unpackhi_ps(r[4], r[5]);
  __m256 a6 = _mm256_unpacklo_ps(r[6], r[7]), a7 = _mm256_unpackhi_ps(r[6], r[7]);
  __m256 b0 = _mm256_shuffle_ps(a0, a2, 0x44), b1 = _mm256_shuffle_ps(a0, a2, 0xEE);
  __m256 b2 = _mm256_shuffle_ps(a1, a3, 0x44), b3 = _mm256_shuffle_ps(a1, a3, 0xEE);
  __m256 b4 = _mm256_shuffle_ps(a4, a6, 0x44), b5 = _mm256_shuffle_ps(a4, a6, 0xEE);
  __m256 b6 = _mm256_shuffle_ps(a5, a7, 0x44), b7 = _mm256_shuffle_ps(a5, a7, 0xEE);
  r[0] = _mm256_permute2f128_ps(b0, b4, 0x20), r[1] = _mm256_permute2f128_ps(b1, b5, 0x20);
  r[2] = _mm256_permute2f128_ps(b2, b6, 0x20), r[3] = _mm256_permute2f128_ps(b3, b7, 0x20);
  r[4] = _mm256_permute2f128_ps(b0, b4, 0x31), r[5] = _mm256_permute2f128_ps(b1, b5, 0x31);
  r[6] = _mm256_permute2f128_ps(b2, b6, 0x31), r[7] = _mm256_permute2f128_ps(b3, b7, 0x31);
}

/// Packs columns into panels of 16: element (output, input) stands at
/// `weights[output * output_stride + input * input_stride]`; missing outputs of the last panel are 0.
VECTOR_INLINE void pack(const float *weights, int outputs, int inputs, ptrdiff_t output_stride,
                        ptrdiff_t input_stride, float *packed) {
  for (int first = 0; first < outputs; first += PANEL, packed += inputs * PANEL) {
    int count = outputs - first < PANEL ? outputs - first : PANEL;
    const float *from = weights + first * output_stride;
    int input = 0;
    if (count == PANEL && output_stride == 1) {
      for (; input < inputs; input++) {
        const float *row = from + input * input_stride;
        _mm256_storeu_ps(packed + input * PANEL, _mm256_loadu_ps(row));
        _mm256_storeu_ps(packed + input * PANEL + 8, _mm256_loadu_ps(row + 8));
      }
    } else if (count == PANEL && input_stride == 1) {
      for (; input + 8 <= inputs; input += 8)
        for (int half = 0; half < 2; half++) {
          __m256 r[8];
          for (int i = 0; i < 8; i++)
            r[i] = _mm256_loadu_ps(from + (half * 8 + i) * output_stride + input);
          transpose_8x8(r);
          for (int i = 0; i < 8; i++)
            _mm256_storeu_ps(packed + (input + i) * PANEL + half * 8, r[i]);
        }
    }
    for (; input < inputs; input++)
      for (int output = 0; output < PANEL; output++)
        packed[input * PANEL + output] =
            output < count ? from[output * output_stride + input * input_stride] : 0;
  }
}

// Element-wise functions

VECTOR_INLINE float sum_of(__m256 v) {
  __m128 h = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
  h = _mm_add_ps(h, _mm_movehl_ps(h, h));
  return _mm_cvtss_f32(_mm_add_ss(h, _mm_movehdup_ps(h)));
}

VECTOR_INLINE float greatest_of(__m256 v) {
  __m128 h = _mm_max_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
  h = _mm_max_ps(h, _mm_movehl_ps(h, h));
  return _mm_cvtss_f32(_mm_max_ss(h, _mm_movehdup_ps(h)));
}

/// e to the power of x for x <= 0, relative error below 2e-7; 0 below -87.
/// Cody and Waite's reduction, then a polynomial of degree 6 (Cephes expf).
VECTOR_INLINE __m256 exponential(__m256 x) {
  __m256 kept = _mm256_cmp_ps(x, _mm256_set1_ps(-87), _CMP_GE_OQ);
  x = _mm256_max_ps(x, _mm256_set1_ps(-87));
  __m256 n = _mm256_round_ps(_mm256_mul_ps(x, _mm256_set1_ps(1.44269504088896341f)),
                             _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
  x = _mm256_fnmadd_ps(n, _mm256_set1_ps(0.693359375f), x);
  x = _mm256_fnmadd_ps(n, _mm256_set1_ps(-2.12194440e-4f), x);
  __m256 p = _mm256_set1_ps(1.9875691500e-4f);
  p = _mm256_fmadd_ps(p, x, _mm256_set1_ps(1.3981999507e-3f));
  p = _mm256_fmadd_ps(p, x, _mm256_set1_ps(8.3334519073e-3f));
  p = _mm256_fmadd_ps(p, x, _mm256_set1_ps(4.1665795894e-2f));
  p = _mm256_fmadd_ps(p, x, _mm256_set1_ps(1.6666665459e-1f));
  p = _mm256_fmadd_ps(p, x, _mm256_set1_ps(5.0000001201e-1f));
  p = _mm256_fmadd_ps(p, _mm256_mul_ps(x, x), _mm256_add_ps(x, _mm256_set1_ps(1)));
  __m256i power = _mm256_slli_epi32(_mm256_cvtps_epi32(n), 23);
  p = _mm256_castsi256_ps(_mm256_add_epi32(_mm256_castps_si256(p), power));
  return _mm256_and_ps(p, kept);
}

/// x / 2 * (1 + erf(x / √2)). The error function is a ratio of polynomials on -4…4, absolute
/// error below 4e-7 (the coefficients of Eigen's generic_fast_erf_float).
VECTOR_INLINE __m256 gelu_of(__m256 x) {
  __m256 z = _mm256_mul_ps(x, _mm256_set1_ps(0.70710678118654752f));
  z = _mm256_min_ps(_mm256_max_ps(z, _mm256_set1_ps(-4)), _mm256_set1_ps(4));
  __m256 s = _mm256_mul_ps(z, z);
  __m256 p = _mm256_set1_ps(-2.72614225801306e-10f);
  p = _mm256_fmadd_ps(p, s, _mm256_set1_ps(2.77068142495902e-08f));
  p = _mm256_fmadd_ps(p, s, _mm256_set1_ps(-2.10102402082508e-06f));
  p = _mm256_fmadd_ps(p, s, _mm256_set1_ps(-5.69250639462346e-05f));
  p = _mm256_fmadd_ps(p, s, _mm256_set1_ps(-7.34990630326855e-04f));
  p = _mm256_fmadd_ps(p, s, _mm256_set1_ps(-2.95459980854025e-03f));
  p = _mm256_fmadd_ps(p, s, _mm256_set1_ps(-1.60960333262415e-02f));
  __m256 q = _mm256_set1_ps(-1.45660718464996e-05f);
  q = _mm256_fmadd_ps(q, s, _mm256_set1_ps(-2.13374055278905e-04f));
  q = _mm256_fmadd_ps(q, s, _mm256_set1_ps(-1.68282697438203e-03f));
  q = _mm256_fmadd_ps(q, s, _mm256_set1_ps(-7.37332916720468e-03f));
  q = _mm256_fmadd_ps(q, s, _mm256_set1_ps(-1.42647390514189e-02f));
  __m256 erf = _mm256_div_ps(_mm256_mul_ps(z, p), q);
  __m256 half = _mm256_mul_ps(x, _mm256_set1_ps(0.5f));
  return _mm256_fmadd_ps(half, erf, half);
}

VECTOR void quoth_gelu(float *values, size_t count) {
  size_t i = 0;
  for (; i + 8 <= count; i += 8)
    _mm256_storeu_ps(values + i, gelu_of(_mm256_loadu_ps(values + i)));
  if (i < count) {
    float rest[8] = {0};
    memcpy(rest, values + i, (count - i) * sizeof(float));
    _mm256_storeu_ps(rest, gelu_of(_mm256_loadu_ps(rest)));
    memcpy(values + i, rest, (count - i) * sizeof(float));
  }
}

VECTOR void quoth_norm(float *values, const float *residual, const float *weight,
                       const float *bias, float epsilon, int rows, int width) {
  for (int row = 0; row < rows; row++, values += width) {
    __m256 total = _mm256_setzero_ps();
    float tail = 0;
    int i = 0;
    for (; i + 8 <= width; i += 8) {
      __m256 v = _mm256_loadu_ps(values + i);
      if (residual) {
        v = _mm256_add_ps(v, _mm256_loadu_ps(residual + i));
        _mm256_storeu_ps(values + i, v);
      }
      total = _mm256_add_ps(total, v);
    }
    for (; i < width; i++) {
      if (residual) values[i] += residual[i];
      tail += values[i];
    }
    if (residual) residual += width;
    float mean = (sum_of(total) + tail) / width;
    __m256 mean8 = _mm256_set1_ps(mean), squares = _mm256_setzero_ps();
    tail = 0;
    for (i = 0; i + 8 <= width; i += 8) {
      __m256 d = _mm256_sub_ps(_mm256_loadu_ps(values + i), mean8);
      squares = _mm256_fmadd_ps(d, d, squares);
    }
    for (; i < width; i++) tail += (values[i] - mean) * (values[i] - mean);
    float variance = (sum_of(squares) + tail) / width;
    float inverse = 1 / __builtin_sqrtf(variance + epsilon);
    __m256 inverse8 = _mm256_set1_ps(inverse);
    for (i = 0; i + 8 <= width; i += 8) {
      __m256 d = _mm256_mul_ps(_mm256_sub_ps(_mm256_loadu_ps(values + i), mean8), inverse8);
      d = _mm256_fmadd_ps(d, _mm256_loadu_ps(weight + i), _mm256_loadu_ps(bias + i));
      _mm256_storeu_ps(values + i, d);
    }
    for (; i < width; i++) values[i] = (values[i] - mean) * inverse * weight[i] + bias[i];
  }
}

// Quantising

VECTOR void quoth_quantise(const float *values, int rows, int width, uint8_t *quantised,
                           float *scales, int32_t *zeros) {
  for (int row = 0; row < rows; row++, values += width, quantised += width) {
    __m256 most = _mm256_setzero_ps(), least = _mm256_setzero_ps();
    for (int i = 0; i < width; i += 8) {
      __m256 v = _mm256_loadu_ps(values + i);
      most = _mm256_max_ps(most, v);
      least = _mm256_min_ps(least, v);
    }
    float high = greatest_of(most);
    float low = -greatest_of(_mm256_sub_ps(_mm256_setzero_ps(), least));
    float range = high - low;
    float inverse = range > 0 && range < __builtin_inff() ? 255 / range : 0;
    int zero = _mm_cvtss_si32(_mm_set_ss(-low * inverse));
    scales[row] = inverse > 0 ? range / 255 : 0;
    zeros[row] = zero;
    __m256 inverse8 = _mm256_set1_ps(inverse);
    __m128i zero8 = _mm_set1_epi16((short)zero);
    for (int i = 0; i < width; i += 16) {
      __m256i a = _mm256_cvtps_epi32(_mm256_mul_ps(_mm256_loadu_ps(values + i), inverse8));
      __m256i b = _mm256_cvtps_epi32(_mm256_mul_ps(_mm256_loadu_ps(values + i + 8), inverse8));
      __m256i q = _mm256_permute4x64_epi64(_mm256_packs_epi32(a, b), 0xD8);
      __m128i lower = _mm_add_epi16(_mm256_castsi256_si128(q), zero8);
      __m128i upper = _mm_add_epi16(_mm256_extracti128_si256(q, 1), zero8);
      _mm_storeu_si128((__m128i *)(quantised + i), _mm_packus_epi16(lower, upper));
    }
  }
}

VECTOR void quoth_rescale(const int32_t *sums, const float *scales, const int32_t *zeros, int rows,
                          const float *weight_scales, const int32_t *weight_sums,
                          const float *bias, int outputs, bool gelu, float *out) {
  for (int row = 0; row < rows; row++, sums += outputs, out += outputs) {
    __m256 scale = _mm256_set1_ps(scales[row]);
    __m256i zero = _mm256_set1_epi32(zeros[row]);
    for (int i = 0; i < outputs; i += 8) {
      __m256i shift =
          _mm256_mullo_epi32(zero, _mm256_loadu_si256((const __m256i *)(weight_sums + i)));
      __m256i sum = _mm256_sub_epi32(_mm256_loadu_si256((const __m256i *)(sums + i)), shift);
      __m256 factor = _mm256_mul_ps(scale, _mm256_loadu_ps(weight_scales + i));
      __m256 v = _mm256_fmadd_ps(_mm256_cvtepi32_ps(sum), factor, _mm256_loadu_ps(bias + i));
      if (gelu) v = gelu_of(v);
      _mm256_storeu_ps(out + i, v);
    }
  }
}

// Attention

/// Stores the first `count` of eight values.
VECTOR_INLINE void store(float *out, __m256 values, int count) {
  if (count >= 8) {
    _mm256_storeu_ps(out, values);
  } else if (count > 0) {
    float eight[8];
    _mm256_storeu_ps(eight, values);
    memcpy(out, eight, (size_t)count * sizeof(float));
  }
}

/// A tile of `rows` by 16: sums over inputs of values * panel, times `scale[row]`.
VECTOR_INLINE void tile(const float *values, ptrdiff_t stride, int inputs, const float *panel,
                        const float *scale, float *out, ptrdiff_t out_stride, int count,
                        const int rows) {
  __m256 sums[TILE][2];
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++) sums[row][0] = sums[row][1] = _mm256_setzero_ps();
  for (int input = 0; input < inputs; input++, panel += PANEL) {
    __m256 left = _mm256_loadu_ps(panel), right = _mm256_loadu_ps(panel + 8);
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++) {
      __m256 one = _mm256_broadcast_ss(values + row * stride + input);
      sums[row][0] = _mm256_fmadd_ps(one, left, sums[row][0]);
      sums[row][1] = _mm256_fmadd_ps(one, right, sums[row][1]);
    }
  }
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++) {
    __m256 factor = _mm256_set1_ps(scale[row]);
    store(out + row * out_stride, _mm256_mul_ps(sums[row][0], factor), count);
    store(out + row * out_stride + 8, _mm256_mul_ps(sums[row][1], factor), count - 8);
  }
}

/// Up to six rows of values times packed panels.
VECTOR_INLINE void multiply(const float *values, ptrdiff_t stride, int rows, int inputs,
                            const float *packed, const float *scale, int outputs, float *out,
                            ptrdiff_t out_stride) {
  for (int first = 0; first < outputs; first += PANEL, packed += inputs * PANEL) {
    int count = outputs - first;
#define ROWS(n) tile(values, stride, inputs, packed, scale, out + first, out_stride, count, n)
    switch (rows) {
    case 6: ROWS(6); break;
    case 5: ROWS(5); break;
    case 4: ROWS(4); break;
    case 3: ROWS(3); break;
    case 2: ROWS(2); break;
    case 1: ROWS(1); break;
    }
#undef ROWS
  }
}

static size_t padded(int tokens) { return (size_t)panels(tokens) * PANEL; }

size_t quoth_attend_scratch(int tokens, int head_width) {
  return padded(tokens) * head_width + (size_t)panels(head_width) * PANEL * tokens
         + TILE * padded(tokens);
}

/// Turns a row of scores into exponentials of their distance to the greatest, times `scale`;
/// returns one over their sum.
VECTOR_INLINE float soften(float *row, int count, float scale) {
  __m256 most = _mm256_set1_ps(row[0]);
  int i = 0;
  for (; i + 8 <= count; i += 8) most = _mm256_max_ps(most, _mm256_loadu_ps(row + i));
  float high = greatest_of(most);
  for (; i < count; i++) high = row[i] > high ? row[i] : high;
  __m256 high8 = _mm256_set1_ps(high), scale8 = _mm256_set1_ps(scale);
  __m256 total = _mm256_setzero_ps();
  for (i = 0; i + 8 <= count; i += 8) {
    __m256 v = _mm256_mul_ps(_mm256_sub_ps(_mm256_loadu_ps(row + i), high8), scale8);
    v = exponential(v);
    total = _mm256_add_ps(total, v);
    _mm256_storeu_ps(row + i, v);
  }
  float sum = sum_of(total);
  if (i < count) {
    float rest[8] = {0};
    memcpy(rest, row + i, (size_t)(count - i) * sizeof(float));
    __m256 v = _mm256_mul_ps(_mm256_sub_ps(_mm256_loadu_ps(rest), high8), scale8);
    _mm256_storeu_ps(rest, exponential(_mm256_min_ps(v, _mm256_setzero_ps())));
    memcpy(row + i, rest, (size_t)(count - i) * sizeof(float));
    for (int j = 0; j < count - i; j++) sum += rest[j];
  }
  return 1 / sum;
}

VECTOR void quoth_attend(const float *joined, int tokens, int heads, int head_width,
                         float *scratch, float *out) {
  int width = heads * head_width, stride = 3 * width;
  size_t columns = padded(tokens);
  float *keys = scratch, *values = keys + columns * head_width;
  float *scores = values + (size_t)panels(head_width) * PANEL * tokens;
  float scale = 1 / __builtin_sqrtf((float)head_width);
  const float ones[TILE] = {1, 1, 1, 1, 1, 1};
  for (int head = 0; head < heads; head++) {
    const float *query = joined + head * head_width;
    pack(query + width, tokens, head_width, stride, 1, keys);
    pack(query + 2 * width, head_width, tokens, 1, stride, values);
    for (int row = 0; row < tokens; row += TILE) {
      int rows = tokens - row < TILE ? tokens - row : TILE;
      float inverse[TILE];
      multiply(query + row * (ptrdiff_t)stride, stride, rows, head_width, keys, ones, (int)columns,
               scores, (ptrdiff_t)columns);
      for (int i = 0; i < rows; i++) inverse[i] = soften(scores + i * columns, tokens, scale);
      multiply(scores, (ptrdiff_t)columns, rows, tokens, values, inverse, head_width,
               out + row * (ptrdiff_t)width + head * head_width, width);
    }
  }
}

#else  // Other processors use the plain Swift twins.

bool quoth_has_vectors(void) { return false; }
bool quoth_has_vnni(void) { return false; }
void quoth_quantise(const float *v, int r, int w, uint8_t *q, float *s, int32_t *z) {}
void quoth_rescale(const int32_t *s, const float *v, const int32_t *z, int r, const float *w,
                   const int32_t *c, const float *b, int o, bool g, float *out) {}
void quoth_norm(float *v, const float *r, const float *w, const float *b, float e, int n, int c) {}
void quoth_gelu(float *v, size_t c) {}
size_t quoth_attend_scratch(int t, int h) { return 0; }
void quoth_attend(const float *j, int t, int h, int w, float *s, float *o) {}

#endif
