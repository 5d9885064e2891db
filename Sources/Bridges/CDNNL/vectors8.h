// The words that the kernels are written in, for AVX2 and FMA: vectors of eight.

#include "sums.h"

enum {
  LANES = 8,
  /// Vectors that hold sixteen: every sum of f32 is added up in sixteen lanes, so that it is the same to
  /// the last bit at every level.
  HALVES = 16 / LANES,
  /// Rows a tile holds: 6 rows of two vectors are 12 of the 16 registers.
  TILE = 6,
#if defined(HAS_VNNI)
  BYTE_TILE = TILE,
#else
  /// The same for products of bytes, whose panels are read by two words at once.
  BYTE_TILE = 3,
#endif
};
typedef __m256 floats;
typedef __m256i ints;

INLINE floats load(const float *from) { return _mm256_loadu_ps(from); }
INLINE void store(float *to, floats v) { _mm256_storeu_ps(to, v); }
INLINE floats all(float value) { return _mm256_set1_ps(value); }
INLINE floats multiply_add(floats a, floats b, floats c) { return _mm256_fmadd_ps(a, b, c); }
INLINE floats greater(floats a, floats b) { return _mm256_max_ps(a, b); }
INLINE floats less(floats a, floats b) { return _mm256_min_ps(a, b); }
INLINE floats size_of(floats v) { return _mm256_andnot_ps(_mm256_set1_ps(-0.0f), v); }

INLINE ints load_ints(const void *from) { return _mm256_loadu_si256((const __m256i *)from); }
INLINE void store_ints(void *to, ints v) { _mm256_storeu_si256((__m256i *)to, v); }
INLINE ints all_ints(int value) { return _mm256_set1_epi32(value); }
INLINE ints subtract(ints a, ints b) { return _mm256_sub_epi32(a, b); }
INLINE ints times(ints a, ints b) { return _mm256_mullo_epi32(a, b); }
/// The nearest integers, ties to even; the least integer for what is none.
INLINE ints rounded(floats v) { return _mm256_cvtps_epi32(v); }
INLINE floats as_floats(ints v) { return _mm256_cvtepi32_ps(v); }
INLINE floats bits_of(ints v) { return _mm256_castsi256_ps(v); }
INLINE ints ints_of(floats v) { return _mm256_castps_si256(v); }

INLINE ints first(int count) {
  const ints places = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
  return _mm256_cmpgt_epi32(_mm256_set1_epi32(count), places);
}

/// The first `count` values, then `fill`.
INLINE floats keep(floats v, int count, floats fill) {
  return _mm256_blendv_ps(fill, v, bits_of(first(count)));
}

INLINE floats load_some(const float *from, int count) {
  return count >= LANES ? load(from) : _mm256_maskload_ps(from, first(count));
}

INLINE void store_some(float *to, floats v, int count) {
  if (count >= LANES) {
    store(to, v);
  } else {
    _mm256_maskstore_ps(to, first(count), v);
  }
}

INLINE float sum_of(const floats v[HALVES]) { return sum_of_eight(v[0] + v[1]); }

INLINE float greatest_of(floats v) {
  __m128 h = _mm_max_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
  h = _mm_max_ps(h, _mm_movehl_ps(h, h));
  return _mm_cvtss_f32(_mm_max_ss(h, _mm_movehdup_ps(h)));
}

/// x = n + f with n whole and f in -½…½: 2 to the power n times `fraction`, which stands for
/// 2 to the power f. For x >= -126.
INLINE floats reduce(floats x) {
  return x - _mm256_round_ps(x, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
}
INLINE floats scale_power(floats fraction, floats whole) {
  ints power = _mm256_slli_epi32(rounded(whole), 23);
  return bits_of(_mm256_add_epi32(ints_of(fraction), power));
}

#if defined(HAS_VNNI)

/// sums + the products of neighbouring 16-bit numbers, added in pairs. Assembly: see vectors16.h.
INLINE ints add_pairs(ints a, ints b, ints sums) {
  __asm__("%{vex%} vpdpwssd %2, %1, %0" : "+x"(sums) : "x"(a), "x"(b));
  return sums;
}

/// sums + the products of unsigned and signed bytes, added in fours.
INLINE ints add_bytes(ints a, ints b, ints sums) {
  return _mm256_dpbusd_avx_epi32(sums, a, b);
}

#else

/// sums + the products of neighbouring 16-bit numbers, added in pairs.
INLINE ints add_pairs(ints a, ints b, ints sums) {
  return _mm256_add_epi32(sums, _mm256_madd_epi16(a, b));
}

INLINE ints add_halves(ints sixteen, ints sums) {
  return _mm256_add_epi32(sums, _mm256_madd_epi16(sixteen, _mm256_set1_epi16(1)));
}

/// sums + the products of unsigned and signed bytes, added in fours; in twos in 16 bits first.
INLINE ints add_bytes(ints a, ints b, ints sums) {
  return add_halves(_mm256_maddubs_epi16(a, b), sums);
}

#define HAS_TWO_WORDS

/// The same of two words each, added in eights; in fours in 16 bits first, the first two or the last two
/// bytes of both words. No sum of four can overflow where neither those above nor those below zero of
/// four signed bytes add up to more than 128.
INLINE ints add_two(const ints a[2], const ints b[2], ints sums) {
  ints fours =
      _mm256_add_epi16(_mm256_maddubs_epi16(a[0], b[0]), _mm256_maddubs_epi16(a[1], b[1]));
  return add_halves(fours, sums);
}

#endif

/// 32-bit pairs of 16-bit numbers: `low` in the lower half.
INLINE ints pair(ints low, ints high) {
  return _mm256_blend_epi16(low, _mm256_slli_epi32(high, 16), 0xAA);
}

/// Two vectors as 16-bit numbers, in the order of `pair_place`.
INLINE ints narrow(ints a, ints b) { return _mm256_packs_epi32(a, b); }

/// Sixteen values times `inverse`, plus `zero`, as bytes.
INLINE void store_bytes(uint8_t *to, const float *values, floats inverse, int zero) {
  ints a = rounded(load(values) * inverse), b = rounded(load(values + 8) * inverse);
  ints q = _mm256_permute4x64_epi64(_mm256_packs_epi32(a, b), 0xD8);
  q = _mm256_add_epi16(q, _mm256_set1_epi16((short)zero));
  __m128i bytes = _mm_packus_epi16(_mm256_castsi256_si128(q), _mm256_extracti128_si256(q, 1));
  _mm_storeu_si128((__m128i *)to, bytes);
}
