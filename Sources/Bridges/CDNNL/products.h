// Products with constant weights, 8-bit rows by 8-bit weights or f32 by f32, for vectors of LANES.
//
// Sums of bytes are exact in 32 bits. Scales, zero points, bias and GELU are applied while the
// sums are still in registers.

/// Rows that meet one panel before the next: with it they stay in the innermost caches.
enum { BLOCK = 24 };

struct quoth_weights {
  words kind;
  int outputs, inputs;
  /// Words of a row.
  int row_words;
  bool gelu;
  /// Panels, then scale, bias and sum of the weights of each output, to a whole panel.
  float *panels, *scales, *bias;
  int32_t *sums;
};

/// Lays out (outputs, row_words) words and the bias.
static quoth_weights *lay_out(const void *weights, const float *bias, int outputs, int row_words) {
  size_t columns = (size_t)whole_panels(outputs), size = columns * (size_t)row_words;
  size_t head = (sizeof(quoth_weights) + 63) / 64 * 64;
  char *memory = aligned_alloc(64, head + (size + 3 * columns) * sizeof(float));
  if (!memory) return NULL;
  float *panels = (float *)(memory + head), *rest = panels + size;
  memset(rest, 0, 3 * columns * sizeof(float));
  memcpy(rest + columns, bias, (size_t)outputs * sizeof(float));
  pack_rows(weights, row_words, outputs, row_words, panels);
  quoth_weights *made = (quoth_weights *)memory;
  *made = (quoth_weights){.outputs = outputs, .row_words = row_words, .panels = panels};
  made->scales = rest, made->bias = rest + columns, made->sums = (int32_t *)(rest + 2 * columns);
  return made;
}

static quoth_weights *LEVEL(lay_out_bytes)(const int8_t *weights, const float *scales,
                                           const float *bias, int outputs, int inputs,
                                           bool gelu) {
  quoth_weights *made = lay_out(weights, bias, outputs, inputs / 4);
  if (!made) return NULL;
  made->kind = BYTES, made->inputs = inputs, made->gelu = gelu;
  memcpy(made->scales, scales, (size_t)outputs * sizeof(float));
  for (int output = 0; output < outputs; output++, weights += inputs)
    for (int input = 0; input < inputs; input++) made->sums[output] += weights[input];
  return made;
}

static quoth_weights *LEVEL(lay_out_floats)(const float *weights, const float *bias, int outputs,
                                            int inputs, bool gelu) {
  quoth_weights *made = lay_out(weights, bias, outputs, inputs);
  if (made) made->kind = FLOATS, made->inputs = inputs, made->gelu = gelu;
  return made;
}

/// A tile of `rows` by the panel of the outputs from `start` on.
INLINE void product_tile(const quoth_weights *w, const float *values, const float *scales,
                         const int32_t *zeros, int start, float *out, const int rows,
                         const words kind, const bool gelu) {
  floats sums[BYTE_TILE][2];
  const float *panel = w->panels + (ptrdiff_t)start * w->row_words;
  sum_tile(values, w->row_words, w->row_words, panel, rows, kind, sums);
#pragma clang loop unroll(full)
  for (int half = 0; half < 2; half++, start += LANES) {
    int left = w->outputs - start;
    if (left <= 0) return;
    floats weight_scale = load(w->scales + start), bias = load(w->bias + start);
    ints weight_sum = load_ints(w->sums + start);
#pragma clang loop unroll(full)
    for (int row = 0; row < rows; row++) {
      floats v = sums[row][half];
      if (kind == BYTES) {
        ints sum = subtract(ints_of(v), times(all_ints(zeros[row]), weight_sum));
        v = multiply_add(as_floats(sum), all(scales[row]) * weight_scale, bias);
      } else {
        v += bias;
      }
      store_some(out + row * (ptrdiff_t)w->outputs + start, gelu ? gelu_of(v) : v, left);
    }
  }
}

/// A block of rows by all panels.
INLINE void product_block(const quoth_weights *w, const float *values, const float *scales,
                          const int32_t *zeros, int rows, float *out, const words kind,
                          const bool gelu) {
  for (int start = 0; start < w->outputs; start += PANEL) {
#define TILES(n)                                                                        \
  product_tile(w, values + done * (ptrdiff_t)w->row_words, scales ? scales + done : 0,  \
               zeros ? zeros + done : 0, start, out + done * (ptrdiff_t)w->outputs, (n), \
               kind, gelu)
    IN_TILES(BYTE_TILE, rows, TILES)
#undef TILES
  }
}

static void LEVEL(multiply)(const quoth_weights *w, const void *values, const float *scales,
                            const int32_t *zeros, int rows, float *out) {
  const float *from = values;
  while (rows > 0) {
    int count = rows < BLOCK ? rows : BLOCK;
    if (w->kind == FLOATS) {
      product_block(w, from, NULL, NULL, count, out, FLOATS, w->gelu);
    } else if (w->gelu) {
      product_block(w, from, scales, zeros, count, out, BYTES, true);
    } else {
      product_block(w, from, scales, zeros, count, out, BYTES, false);
    }
    rows -= count, from += count * (ptrdiff_t)w->row_words, out += count * (ptrdiff_t)w->outputs;
    if (w->kind == BYTES) scales += count, zeros += count;
  }
}
