// The words that the kernels are written in, for AVX-512 with VNNI: vectors of sixteen.

#include "sums.h"

enum {
  LANES = 16,
  /// Vectors that hold sixteen: every sum of f32 is added up in sixteen lanes, so that it is the same to
  /// the last bit at every level.
  HALVES = 16 / LANES,
  /// Rows a tile holds: 12 rows of two vectors are 24 of the 32 registers.
  TILE = 12,
  /// The same for products of bytes.
  BYTE_TILE = 12,
};
typedef __m512 floats;
typedef __m512i ints;

INLINE floats load(const float *from) { return _mm512_loadu_ps(from); }
INLINE void store(float *to, floats v) { _mm512_storeu_ps(to, v); }
INLINE floats all(float value) { return _mm512_set1_ps(value); }
INLINE floats multiply_add(floats a, floats b, floats c) { return _mm512_fmadd_ps(a, b, c); }
INLINE floats greater(floats a, floats b) { return _mm512_max_ps(a, b); }
INLINE floats less(floats a, floats b) { return _mm512_min_ps(a, b); }
INLINE floats size_of(floats v) { return _mm512_abs_ps(v); }

INLINE ints load_ints(const void *from) { return _mm512_loadu_si512(from); }
INLINE void store_ints(void *to, ints v) { _mm512_storeu_si512(to, v); }
INLINE ints all_ints(int value) { return _mm512_set1_epi32(value); }
INLINE ints subtract(ints a, ints b) { return _mm512_sub_epi32(a, b); }
INLINE ints times(ints a, ints b) { return _mm512_mullo_epi32(a, b); }
/// The nearest integers, ties to even; the least integer for what is none.
INLINE ints rounded(floats v) { return _mm512_cvtps_epi32(v); }
INLINE floats as_floats(ints v) { return _mm512_cvtepi32_ps(v); }
INLINE floats bits_of(ints v) { return _mm512_castsi512_ps(v); }
INLINE ints ints_of(floats v) { return _mm512_castps_si512(v); }

INLINE __mmask16 first(int count) {
  return count >= LANES ? 0xFFFF : (__mmask16)((1u << count) - 1);
}

/// The first `count` values, then `fill`.
INLINE floats keep(floats v, int count, floats fill) {
  return _mm512_mask_mov_ps(fill, first(count), v);
}

INLINE floats load_some(const float *from, int count) {
  return _mm512_maskz_loadu_ps(first(count), from);
}

INLINE void store_some(float *to, floats v, int count) {
  _mm512_mask_storeu_ps(to, first(count), v);
}

INLINE float sum_of(const floats v[HALVES]) {
  return sum_of_eight(_mm512_castps512_ps256(v[0]) + _mm512_extractf32x8_ps(v[0], 1));
}
INLINE float greatest_of(floats v) { return _mm512_reduce_max_ps(v); }

/// x = n + f with n whole and f in -½…½: 2 to the power n times `fraction`, which stands for
/// 2 to the power f. For x >= -126.
INLINE floats reduce(floats x) { return _mm512_reduce_ps(x, _MM_FROUND_TO_NEAREST_INT); }
INLINE floats scale_power(floats fraction, floats whole) {
  return _mm512_scalef_ps(fraction, whole);
}

/// sums + the products of neighbouring 16-bit numbers, added in pairs.
///
/// Assembly, since clang makes two instructions of the intrinsic: the chain is shorter then, and the
/// whole half as fast.
INLINE ints add_pairs(ints a, ints b, ints sums) {
  __asm__("vpdpwssd %2, %1, %0" : "+v"(sums) : "v"(a), "v"(b));
  return sums;
}

/// sums + the products of unsigned and signed bytes, added in fours.
INLINE ints add_bytes(ints a, ints b, ints sums) { return _mm512_dpbusd_epi32(sums, a, b); }

/// 32-bit pairs of 16-bit numbers: `low` in the lower half.
INLINE ints pair(ints low, ints high) {
  return _mm512_mask_blend_epi16(0xAAAAAAAA, low, _mm512_slli_epi32(high, 16));
}

/// Two vectors as 16-bit numbers, in the order of `pair_place`.
INLINE ints narrow(ints a, ints b) { return _mm512_packs_epi32(a, b); }

/// Sixteen values times `inverse`, plus `zero`, as bytes.
INLINE void store_bytes(uint8_t *to, const float *values, floats inverse, int zero) {
  ints q = _mm512_add_epi32(rounded(load(values) * inverse), all_ints(zero));
  q = _mm512_max_epi32(q, _mm512_setzero_si512());
  _mm_storeu_si128((__m128i *)to, _mm512_cvtusepi32_epi8(q));
}
