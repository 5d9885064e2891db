// Products of rows with packed panels, for vectors of LANES.
//
// A word is what one step multiplies: an f32 number, two 16-bit ones, or four bytes. Rows hold
// words side by side; a panel holds, for one word of the rows after another, the words of PANEL
// outputs.

/// Outputs a packed panel holds: two vectors.
enum { PANEL = 2 * LANES };

INLINE int whole_panels(int count) { return (count + PANEL - 1) / PANEL * PANEL; }

INLINE void transpose_8x8(__m256 *r) {
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

/// Packs rows of (outputs, inputs) words as columns of panels; missing outputs are 0.
static void pack_rows(const float *rows, ptrdiff_t stride, int outputs, int inputs,
                      float *packed) {
  for (int start = 0; start < outputs; start += PANEL, packed += inputs * PANEL) {
    int count = outputs - start < PANEL ? outputs - start : PANEL;
    const float *from = rows + start * stride;
    if (count < PANEL) memset(packed, 0, (size_t)inputs * PANEL * sizeof(float));
    int output = 0;
    for (; output + 8 <= count; output += 8, from += 8 * stride) {
      int input = 0;
      for (; input + 8 <= inputs; input += 8) {
        __m256 r[8];
        for (int i = 0; i < 8; i++) r[i] = _mm256_loadu_ps(from + i * stride + input);
        transpose_8x8(r);
        for (int i = 0; i < 8; i++)
          _mm256_storeu_ps(packed + (input + i) * PANEL + output, r[i]);
      }
      for (; input < inputs; input++)
        for (int i = 0; i < 8; i++)
          memcpy(packed + input * PANEL + output + i, from + i * stride + input, sizeof(float));
    }
    for (; output < count; output++, from += stride)
      for (int input = 0; input < inputs; input++)
        memcpy(packed + input * PANEL + output, from + input, sizeof(float));
  }
}

/// Packs columns of (inputs, outputs) words into panels; missing outputs are 0.
static void pack_columns(const float *rows, ptrdiff_t stride, int outputs, int inputs,
                         float *packed) {
  for (int start = 0; start < outputs; start += PANEL)
    for (int input = 0; input < inputs; input++, packed += PANEL) {
      const float *from = rows + input * stride + start;
      store(packed, load_some(from, outputs - start));
      int rest = outputs - start - LANES;
      store(packed + LANES, rest > 0 ? load_some(from + LANES, rest) : all(0));
    }
}

/// What a word is.
typedef enum { FLOATS, PAIRS, BYTES } words;

INLINE floats step(floats a, floats b, floats sum, const words kind) {
  switch (kind) {
  case FLOATS: return multiply_add(a, b, sum);
  case PAIRS: return bits_of(add_pairs(ints_of(a), ints_of(b), ints_of(sum)));
  case BYTES: return bits_of(add_bytes(ints_of(a), ints_of(b), ints_of(sum)));
  }
}

/// The sums over inputs of `rows` rows of values times a panel.
INLINE void sum_tile(const float *values, ptrdiff_t stride, int inputs, const float *panel,
                     const int rows, const words kind, floats (*sums)[2]) {
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++) sums[row][0] = sums[row][1] = all(0);
  int input = 0;
#if defined(HAS_TWO_WORDS)
  if (kind == BYTES)
    for (; input + 2 <= inputs; input += 2, panel += 2 * PANEL) {
      ints left[2] = {load_ints(panel), load_ints(panel + PANEL)};
      ints right[2] = {load_ints(panel + LANES), load_ints(panel + PANEL + LANES)};
#pragma clang loop unroll(full)
      for (int row = 0; row < rows; row++) {
        const float *from = values + row * stride + input;
        ints two[2] = {ints_of(all(from[0])), ints_of(all(from[1]))};
        sums[row][0] = bits_of(add_two(two, left, ints_of(sums[row][0])));
        sums[row][1] = bits_of(add_two(two, right, ints_of(sums[row][1])));
      }
    }
#endif
  for (; input < inputs; input++, panel += PANEL) {
    floats left = load(panel), right = load(panel + LANES);
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++) {
      floats one = all(values[row * stride + input]);
      sums[row][0] = step(one, left, sums[row][0], kind);
      sums[row][1] = step(one, right, sums[row][1], kind);
    }
  }
}

/// Runs `TILES(n)`, which does the rows from `done` on, until all are done, n at most `greatest`.
#define IN_TILES(greatest, rows, TILES)                             \
  for (int done = 0; done < (rows);) {                              \
    int left = (rows)-done;                                         \
    if (left >= (greatest)) {                                       \
      TILES(greatest);                                              \
      done += (greatest);                                           \
    } else if ((greatest) > 4 && left >= 4) {                       \
      TILES((greatest) > 4 ? 4 : 1);                                \
      done += 4;                                                    \
    } else if (left >= 2) {                                         \
      TILES(2);                                                     \
      done += 2;                                                    \
    } else {                                                        \
      TILES(1);                                                     \
      done += 1;                                                    \
    }                                                               \
  }
