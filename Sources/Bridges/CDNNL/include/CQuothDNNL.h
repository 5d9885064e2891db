#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Vector functions for x86-64, in one text for three levels of processors, chosen at run time.
//
// Matrices are row-major f32 unless said otherwise. Each function has a plain Swift twin in the
// Kernels module, which explains it and is its test. None may be called at level QUOTH_PLAIN.

/// What a processor can do; the greater the faster.
typedef enum {
  /// None of the functions below.
  QUOTH_PLAIN = 0,
  /// AVX2 and FMA.
  QUOTH_AVX2 = 1,
  /// The same, and AVX-VNNI.
  QUOTH_AVX_VNNI = 2,
  /// AVX-512 F, BW, DQ, VL and VNNI.
  QUOTH_AVX512 = 3,
} quoth_level;

/// Whether this processor can run the functions of a level.
bool quoth_has_level(quoth_level level);

/// Quantises each row to 8 bits between its least and greatest value, 0 included:
/// value = scale * (q - zero). `width` is a multiple of 16. The same bytes at every level.
void quoth_quantise(quoth_level level, const float *_Nonnull values, int rows, int width,
                    uint8_t *_Nonnull quantised, float *_Nonnull scales,
                    int32_t *_Nonnull zeros);

/// Constant weights laid out for one level, with bias and GELU after them.
typedef struct quoth_weights quoth_weights;

/// Lays out 8-bit weights, (outputs, inputs), real weight = scale of the output * byte. `inputs`
/// is a multiple of 4. At QUOTH_AVX2, of each eight weights of an output, neither those above nor those
/// below zero of the first, second, fifth and sixth add up to more than 128, nor those of the other four.
/// NULL when memory is short.
quoth_weights *_Nullable quoth_weights_bytes(quoth_level level, const int8_t *_Nonnull weights,
                                             const float *_Nonnull scales,
                                             const float *_Nonnull bias, int outputs, int inputs,
                                             bool gelu);

/// Lays out f32 weights, (outputs, inputs). NULL when memory is short.
quoth_weights *_Nullable quoth_weights_floats(quoth_level level, const float *_Nonnull weights,
                                              const float *_Nonnull bias, int outputs, int inputs,
                                              bool gelu);

void quoth_weights_free(quoth_weights *_Nonnull weights);

/// out = scale[row] * weight_scale[output] * (sums - zero[row] * weight_sum[output]) + bias, then
/// GELU where asked, over exact sums of bytes times weights.
void quoth_multiply_bytes(quoth_level level, const quoth_weights *_Nonnull weights,
                          const uint8_t *_Nonnull values, const float *_Nonnull scales,
                          const int32_t *_Nonnull zeros, int rows, float *_Nonnull out);

/// out = values * weights + bias, then GELU where asked.
void quoth_multiply_floats(quoth_level level, const quoth_weights *_Nonnull weights,
                           const float *_Nonnull values, int rows, float *_Nonnull out);

/// values = norm(values + residual), by row, over `width`.
void quoth_norm(quoth_level level, float *_Nonnull values, const float *_Nullable residual,
                const float *_Nonnull weight, const float *_Nonnull bias, float epsilon, int rows,
                int width);

/// GELU with the exact error function, in place.
void quoth_gelu(quoth_level level, float *_Nonnull values, size_t count);

/// Floats of scratch that `quoth_attend` needs.
size_t quoth_attend_scratch(quoth_level level, int tokens, int head_width);

/// Attention inside one window. `joined` is (tokens, 3 * heads * head_width): queries, keys,
/// values; out is (tokens, heads * head_width). `sixteen` runs the products over 16-bit integers
/// with exact 32-bit sums: twice as fast, and as good as f32 to about four digits.
void quoth_attend(quoth_level level, const float *_Nonnull joined, int tokens, int heads,
                  int head_width, bool sixteen, float *_Nonnull scratch, float *_Nonnull out);

// oneDNN, opened at run time.

/// The opened library: its functions, one engine.
typedef struct quoth_library quoth_library;

/// A product with constant weights, prepared by the library.
typedef struct quoth_product quoth_product;

/// Why the library did not open.
typedef enum {
  QUOTH_LIBRARY_OPEN = 0,
  QUOTH_LIBRARY_MISSING = 1,
  QUOTH_LIBRARY_OTHER_MAJOR = 2,
  QUOTH_LIBRARY_INCOMPLETE = 3,
} quoth_library_state;

/// Opens oneDNN 2.x. Fills `version` with major, minor, patch where it was found.
quoth_library *_Nullable quoth_library_open(quoth_library_state *_Nonnull state,
                                            int *_Nonnull version);

/// Rows are run in steps; buffers hold rows up to the next multiple of the smallest one.
enum { QUOTH_ROW_STEP = 16 };

/// Prepares out = values * weights + bias, with GELU after it where asked, in f32. `weights` is
/// (outputs, inputs). NULL when the library refuses.
quoth_product *_Nullable quoth_product_float(const quoth_library *_Nonnull library,
                                             const float *_Nonnull weights,
                                             const float *_Nonnull bias, int outputs, int inputs,
                                             bool gelu);

/// Bytes of scratch that running this product needs.
size_t quoth_product_scratch(const quoth_product *_Nonnull product);

/// Runs a product over `rows` rows; several threads may run one product at once, each with a
/// scratch of its own. `values` and `out` hold rows up to a multiple of QUOTH_ROW_STEP.
/// Returns 0, or the library's status code.
int quoth_product_run(const quoth_product *_Nonnull product, const float *_Nonnull values,
                      int rows, float *_Nonnull out, void *_Nonnull scratch);

void quoth_product_free(quoth_product *_Nonnull product);
