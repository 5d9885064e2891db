// Functions of single values and of rows, for vectors of LANES.

/// x times the share of a normal distribution that lies below x. The share is ½ plus x times a polynomial
/// in x², fitted on -4…4 so that the result is off by at most 2e-4, a fortieth of what rounding it to
/// bytes takes from it.
INLINE floats gelu_of(floats x) {
  floats z = less(greater(x, all(-4)), all(4)), s = z * z;
  floats p = all(2.2588448445048925e-08f);
  p = multiply_add(p, s, all(-1.588840973454353e-06f));
  p = multiply_add(p, s, all(4.776419518748298e-05f));
  p = multiply_add(p, s, all(-0.0008121908758766949f));
  p = multiply_add(p, s, all(0.008763710968196392f));
  p = multiply_add(p, s, all(-0.06455447524785995f));
  p = multiply_add(p, s, all(0.39787036180496216f));
  return x * multiply_add(p, z, all(0.5f));
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
