// Attention inside one window, in f32 or over 16-bit integers, for vectors of LANES.
//
// A tile of TILE query rows meets all keys, its scores become weights, the weights meet all
// values; scores never leave the innermost cache. In 16 bits, queries and weights are scaled by row,
// keys and values by head, so that no 32-bit sum can overflow: no query or key is longer than
// 32767, which bounds their product by 2³⁰; values are at most 16383, and a row's weights, each at
// most 32767, add up to less than 131,000.

/// A tile of `rows` by a panel. Where `factors` are given the sums leave as f32 times the row's
/// factor, the first `count` of them; else as they are.
INLINE void tile(const float *values, ptrdiff_t stride, int inputs, const float *panel,
                 const float *factors, float *out, ptrdiff_t out_stride, int count,
                 const int rows, const words kind) {
  floats sums[TILE][2];
  sum_tile(values, stride, inputs, panel, rows, kind, sums);
#pragma clang loop unroll(full)
  for (int row = 0; row < rows; row++, out += out_stride)
#pragma clang loop unroll(full)
    for (int half = 0; half < 2; half++) {
      floats sum = sums[row][half];
      int left = count - half * LANES;
      if (!factors) {
        store(out + half * LANES, sum);
      } else if (left > 0) {
        if (kind == PAIRS) sum = as_floats(ints_of(sum));
        store_some(out + half * LANES, sum * all(factors[row]), left);
      }
    }
}

/// Up to TILE rows of values times packed panels.
INLINE void multiply(const float *values, ptrdiff_t stride, int rows, int inputs,
                     const float *packed, const float *factors, int outputs, float *out,
                     ptrdiff_t out_stride, const words kind) {
  for (int start = 0; start < outputs; start += PANEL, packed += inputs * PANEL) {
#define TILES(n)                                                                           \
  tile(values + done * stride, stride, inputs, packed, factors ? factors + done : NULL,    \
       out + done * out_stride + start, out_stride, outputs - start, (n), kind)
    IN_TILES(TILE, rows, TILES)
#undef TILES
  }
}

/// 2 to the power of x for -126 <= x < 1, relative error below 2e-7 (a polynomial through Chebyshev's nodes).
INLINE floats power_of_two(floats x) {
  floats f = reduce(x);
  floats p = all(1.3390863364150971e-3f);
  p = multiply_add(p, f, all(9.676031918270043e-3f));
  p = multiply_add(p, f, all(5.550357114121070e-2f));
  p = multiply_add(p, f, all(2.402210748552930e-1f));
  p = multiply_add(p, f, all(6.931471880262285e-1f));
  p = multiply_add(p, f, all(1));
  return scale_power(p, x - f);
}

INLINE floats score(const float *row, const words kind) {
  floats v = load(row);
  return kind == PAIRS ? as_floats(ints_of(v)) : v;
}

INLINE float greatest_score(const float *row, int count, const words kind) {
  floats most = all(-__builtin_inff());
  int i = 0;
  for (; i + LANES <= count; i += LANES) most = greater(most, score(row + i, kind));
  if (i < count) most = greater(most, keep(score(row + i, kind), count - i, most));
  return greatest_of(most);
}

/// Turns a row of scores into exponentials of their distance to the greatest, times `scale`;
/// returns their sum. The row is read and written to the end of its last vector.
INLINE float soften(float *row, int count, float high, float scale, const words kind) {
  floats factor = all(scale * 1.44269504088896341f);
  floats shift = all(-high) * factor, total[HALVES] = {all(0)};
#define SOFTENED(at) power_of_two(greater(multiply_add(score(row + (at), kind), factor, shift), all(-120)))
  int i = 0;
  for (; i + 16 <= count; i += 16)
#pragma clang loop unroll(full)
    for (int half = 0; half < HALVES; half++) {
      floats v = SOFTENED(i + half * LANES);
      total[half] += v;
      store(row + i + half * LANES, v);
    }
#pragma clang loop unroll(full)
  for (int half = 0; half < HALVES; half++, i += LANES)
    if (i < count) {
      floats v = keep(SOFTENED(i), count - i, all(0));
      total[half] += v;
      store(row + i, v);
    }
#undef SOFTENED
  return sum_of(total);
}

/// Softens up to TILE rows: each step for all of them, so that none waits for another's sum.
INLINE void soften_rows(float *scores, ptrdiff_t stride, int rows, int count,
                        const float *scales, float *sums, const words kind) {
  float high[TILE];
  for (int i = 0; i < rows; i++) high[i] = greatest_score(scores + i * stride, count, kind);
  for (int i = 0; i < rows; i++)
    sums[i] = soften(scores + i * stride, count, high[i], scales[i], kind);
}

// In 16 bits

/// Where pair `number` of a row of 16-bit numbers stands after `narrow`: its two vectors come
/// together in runs of 128 bits.
INLINE int pair_place(int number) {
  int block = number / LANES * LANES, inside = number % LANES;
  int half = inside / (LANES / 2), run = inside % (LANES / 2) / 2;
  return block + run * 4 + half * 2 + inside % 2;
}

/// The greatest of values, of weights, and of the sum of a row's weights.
static const float value_limit = 16383, weight_limit = 32767, weight_sum_limit = 130000;

/// The length of a query or key.
INLINE float length_of(const float *values, int count) {
  floats squares[HALVES] = {all(0)};
  for (int i = 0; i < count; i += 16)
#pragma clang loop unroll(full)
    for (int half = 0; half < HALVES; half++) {
      floats v = load_some(values + i + half * LANES, count - i - half * LANES);
      squares[half] = multiply_add(v, v, squares[half]);
    }
  return __builtin_sqrtf(sum_of(squares));
}

/// The greatest size of some numbers.
INLINE floats greatest_size(const float *values, int count) {
  floats most = all(0);
  for (int i = 0; i < count; i += LANES)
    most = greater(most, size_of(load_some(values + i, count - i)));
  return most;
}

/// What numbers of at most `size` are multiplied with to reach `limit`; 0 for none.
INLINE float fit(float size, float limit) {
  return size > 0 && size < __builtin_inff() ? limit / size : 0;
}

/// Numbers times `inverse` as 16-bit ones, zeros up to a whole panel; their order is that of
/// `narrow`, the same for queries and keys.
INLINE void narrow_row(const float *values, int width, float inverse, int16_t *out) {
  for (int i = 0; i < width; i += PANEL) {
    int left = width - i;
    floats a = load_some(values + i, left);
    floats b = left > LANES ? load_some(values + i + LANES, left - LANES) : all(0);
    store_ints(out + i, narrow(rounded(a * all(inverse)), rounded(b * all(inverse))));
  }
}

/// Two rows times `inverse` as pairs of 16-bit numbers; `odd` may be missing.
INLINE void pair_rows(const float *even, const float *odd, int width, float inverse, float *out) {
  for (int i = 0; i < width; i += LANES) {
    ints low = rounded(load_some(even + i, width - i) * all(inverse));
    ints high = odd ? rounded(load_some(odd + i, width - i) * all(inverse)) : all_ints(0);
    store_some(out + i, bits_of(pair(low, high)), width - i);
  }
}

/// Turns exponentials whose sum is `total` into 16-bit weights, in place; returns one over their
/// sum.
INLINE float weigh(float *row, int count, float total) {
  float scale = weight_sum_limit / total;
  if (scale > weight_limit) scale = weight_limit;
  floats factor = all(scale);
  int16_t *weights = (int16_t *)row;
  for (int i = 0; i < count; i += PANEL) {
    ints a = rounded(load(row + i) * factor);
    ints b = count - i > LANES ? rounded(load(row + i + LANES) * factor) : all_ints(0);
    store_ints(weights + i, narrow(a, b));
  }
  return 1 / (scale * total);
}

// One head

/// What the heads of a window share, and the scratch.
typedef struct {
  int tokens, head_width, stride;
  float *rows, *keys, *values, *scores, *queries, *query_scales;
} attention;

static attention place_scratch(int tokens, int head_width, int stride, float *scratch) {
  size_t columns = (size_t)whole_panels(tokens), width = (size_t)whole_panels(head_width);
  attention a = {.tokens = tokens, .head_width = head_width, .stride = stride};
  a.rows = scratch;
  a.queries = a.rows + columns * width;
  a.keys = a.queries + columns * width;
  a.values = a.keys + columns * width;
  a.scores = a.values + columns * width;
  a.query_scales = a.scores + TILE * columns;
  return a;
}

static size_t LEVEL(attend_scratch)(int tokens, int head_width) {
  size_t columns = (size_t)whole_panels(tokens), width = (size_t)whole_panels(head_width);
  return 4 * columns * width + TILE * columns + columns;
}

/// The queries as 16-bit rows with a scale each.
INLINE void narrow_queries(const attention *a, const float *query) {
  int width = whole_panels(a->head_width);
  int16_t *to = (int16_t *)a->queries;
  for (int token = 0; token < a->tokens; token++, query += a->stride, to += width) {
    float inverse = fit(length_of(query, a->head_width), 32767);
    narrow_row(query, a->head_width, inverse, to);
    a->query_scales[token] = inverse > 0 ? 1 / inverse : 0;
  }
}

/// Packs the keys; returns their scale.
INLINE float pack_keys(const attention *a, const float *key) {
  int width = whole_panels(a->head_width);
  float longest = 0;
  for (int token = 0; token < a->tokens; token++) {
    float length = length_of(key + token * (ptrdiff_t)a->stride, a->head_width);
    longest = length > longest ? length : longest;
  }
  float inverse = fit(longest, 32767);
  for (int token = 0; token < a->tokens; token++)
    narrow_row(key + token * (ptrdiff_t)a->stride, a->head_width, inverse,
               (int16_t *)a->rows + token * (ptrdiff_t)width);
  pack_rows(a->rows, width / 2, a->tokens, width / 2, a->keys);
  return inverse > 0 ? 1 / inverse : 0;
}

/// Packs the values, tokens in pairs; returns their scale.
INLINE float pack_values(const attention *a, const float *value) {
  floats most = all(0);
  for (int token = 0; token < a->tokens; token++)
    most = greater(most, greatest_size(value + token * (ptrdiff_t)a->stride, a->head_width));
  float inverse = fit(greatest_of(most), value_limit);
  int pairs = whole_panels(a->tokens) / 2, width = a->head_width;
  for (int number = 0; number < pairs; number++) {
    const float *even = value + 2 * number * (ptrdiff_t)a->stride;
    float *to = a->rows + pair_place(number) * (ptrdiff_t)width;
    if (2 * number >= a->tokens) {
      memset(to, 0, (size_t)width * sizeof(float));
    } else {
      pair_rows(even, 2 * number + 1 < a->tokens ? even + a->stride : NULL, width, inverse, to);
    }
  }
  pack_columns(a->rows, width, width, pairs, a->values);
  return inverse > 0 ? 1 / inverse : 0;
}

static void attend_sixteen(const attention *a, const float *query, int width, float *out) {
  int inputs = whole_panels(a->head_width) / 2, columns = whole_panels(a->tokens);
  float scale = 1 / __builtin_sqrtf((float)a->head_width);
  narrow_queries(a, query);
  scale *= pack_keys(a, query + width);
  float value_scale = pack_values(a, query + 2 * width);
  float factors[TILE], scales[TILE], sums[TILE];
  for (int row = 0; row < a->tokens; row += TILE) {
    int rows = a->tokens - row < TILE ? a->tokens - row : TILE;
    multiply(a->queries + row * (ptrdiff_t)inputs, inputs, rows, inputs, a->keys, NULL, columns,
             a->scores, columns, PAIRS);
    for (int i = 0; i < rows; i++) scales[i] = scale * a->query_scales[row + i];
    soften_rows(a->scores, columns, rows, a->tokens, scales, sums, PAIRS);
    for (int i = 0; i < rows; i++)
      factors[i] = value_scale * weigh(a->scores + i * (ptrdiff_t)columns, a->tokens, sums[i]);
    multiply(a->scores, columns, rows, columns / 2, a->values, factors, a->head_width,
             out + row * (ptrdiff_t)width, width, PAIRS);
  }
}

static void attend_float(const attention *a, const float *query, int width, float *out) {
  int columns = whole_panels(a->tokens);
  float factors[TILE], scales[TILE];
  for (int i = 0; i < TILE; i++) scales[i] = 1 / __builtin_sqrtf((float)a->head_width);
  pack_rows(query + width, a->stride, a->tokens, a->head_width, a->keys);
  pack_columns(query + 2 * width, a->stride, a->head_width, a->tokens, a->values);
  for (int row = 0; row < a->tokens; row += TILE) {
    int rows = a->tokens - row < TILE ? a->tokens - row : TILE;
    multiply(query + row * (ptrdiff_t)a->stride, a->stride, rows, a->head_width, a->keys, NULL,
             columns, a->scores, columns, FLOATS);
    soften_rows(a->scores, columns, rows, a->tokens, scales, factors, FLOATS);
    for (int i = 0; i < rows; i++) factors[i] = 1 / factors[i];
    multiply(a->scores, columns, rows, a->tokens, a->values, factors, a->head_width,
             out + row * (ptrdiff_t)width, width, FLOATS);
  }
}

static void LEVEL(attend)(const float *joined, int tokens, int heads, int head_width,
                          bool sixteen, float *scratch, float *out) {
  int width = heads * head_width;
  attention a = place_scratch(tokens, head_width, 3 * width, scratch);
  for (int head = 0; head < heads; head++, joined += head_width, out += head_width) {
    if (sixteen) {
      attend_sixteen(&a, joined, width, out);
    } else {
      attend_float(&a, joined, width, out);
    }
  }
}
