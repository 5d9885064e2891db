// Functions of single values and of rows, for vectors of LANES.

/// 1 / x for x of a usual size, to one part in 10⁷: Newton's steps from what the exponent tells. An
/// estimate of the processor's would not be the same on each, and a division costs more.
INLINE floats inverse_of(floats x) {
  floats r = bits_of(subtract(all_ints(0x7EF311C7), ints_of(x)));
#pragma clang loop unroll(full)
  for (int step = 0; step < 3; step++) r = multiply_add(r, multiply_add(all(0) - x, r, all(1)), r);
  return r;
}

/// x / 2 * (1 + erf(x / √2)). The error function is a ratio of polynomials on -4…4, absolute
/// error below 4e-7 (the coefficients of Eigen's generic_fast_erf_float).
INLINE floats gelu_of(floats x) {
  floats z = x * all(0.70710678118654752f);
  z = less(greater(z, all(-4)), all(4));
  floats s = z * z;
  floats p = all(-2.72614225801306e-10f);
  p = multiply_add(p, s, all(2.77068142495902e-08f));
  p = multiply_add(p, s, all(-2.10102402082508e-06f));
  p = multiply_add(p, s, all(-5.69250639462346e-05f));
  p = multiply_add(p, s, all(-7.34990630326855e-04f));
  p = multiply_add(p, s, all(-2.95459980854025e-03f));
  p = multiply_add(p, s, all(-1.60960333262415e-02f));
  floats q = all(1.45660718464996e-05f);
  q = multiply_add(q, s, all(2.13374055278905e-04f));
  q = multiply_add(q, s, all(1.68282697438203e-03f));
  q = multiply_add(q, s, all(7.37332916720468e-03f));
  q = multiply_add(q, s, all(1.42647390514189e-02f));
  floats erf = all(0) - z * p * inverse_of(q), half = x * all(0.5f);
  return multiply_add(half, erf, half);
}

static void LEVEL(gelu)(float *values, size_t count) {
  size_t i = 0;
  for (; i + LANES <= count; i += LANES) store(values + i, gelu_of(load(values + i)));
  int left = (int)(count - i);
  if (left > 0) store_some(values + i, gelu_of(load_some(values + i, left)), left);
}

/// One row of norm(values + residual).
INLINE void norm_row(float *values, const float *residual, const float *weight,
                     const float *bias, float epsilon, int width) {
  floats total[HALVES] = {all(0)}, squares[HALVES] = {all(0)};
  for (int i = 0; i < width; i += 16)
#pragma clang loop unroll(full)
    for (int half = 0; half < HALVES; half++) {
      int at = i + half * LANES, left = width - at;
      floats v = load_some(values + at, left);
      if (residual) {
        v += load_some(residual + at, left);
        store_some(values + at, v, left);
      }
      total[half] += v;
    }
  floats mean = all(sum_of(total) / (float)width);
  for (int i = 0; i < width; i += 16)
#pragma clang loop unroll(full)
    for (int half = 0; half < HALVES; half++) {
      int at = i + half * LANES, left = width - at;
      floats d = load_some(values + at, left) - mean;
      if (left < LANES) d = keep(d, left, all(0));
      squares[half] = multiply_add(d, d, squares[half]);
    }
  float variance = sum_of(squares) / (float)width;
  floats inverse = all(1 / __builtin_sqrtf(variance + epsilon));
  for (int i = 0; i < width; i += LANES) {
    floats d = (load_some(values + i, width - i) - mean) * inverse;
    d = multiply_add(d, load_some(weight + i, width - i), load_some(bias + i, width - i));
    store_some(values + i, d, width - i);
  }
}

static void LEVEL(norm)(float *values, const float *residual, const float *weight,
                        const float *bias, float epsilon, int rows, int width) {
  for (int row = 0; row < rows; row++, values += width) {
    norm_row(values, residual, weight, bias, epsilon, width);
    if (residual) residual += width;
  }
}

// 8-bit rows

INLINE void quantise_row(const float *values, int width, uint8_t *quantised, float *scale,
                         int32_t *zero) {
  floats most = all(0), least = all(0);
  int i = 0;
  for (; i + LANES <= width; i += LANES) {
    floats v = load(values + i);
    most = greater(most, v);
    least = less(least, v);
  }
  float high = greatest_of(most), low = -greatest_of(all(0) - least), range = high - low;
  float inverse = range > 0 && range < __builtin_inff() ? 255 / range : 0;
  *scale = inverse > 0 ? range / 255 : 0;
  *zero = _mm_cvtss_si32(_mm_set_ss(-low * inverse));
  for (i = 0; i < width; i += 16) store_bytes(quantised + i, values + i, all(inverse), *zero);
}

static void LEVEL(quantise)(const float *values, int rows, int width, uint8_t *quantised,
                            float *scales, int32_t *zeros) {
  for (int row = 0; row < rows; row++, values += width, quantised += width)
    quantise_row(values, width, quantised, scales + row, zeros + row);
}
