#include "CQuothDNNL.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

// oneDNN 2.x through dlopen, declared here so that the build needs no headers of it and one
// binary runs with and without it. Only what the ABI fixes for a major version is used: opaque
// handles, enumerators, the size of the memory descriptor (callers allocate it), and an operation
// descriptor passed by address in a buffer larger than any (2800 bytes in 2.6).

typedef int64_t dims[12];
typedef struct {
  _Alignas(8) unsigned char bytes[696];
} memory_desc;
typedef struct {
  _Alignas(16) unsigned char bytes[8192];
} matmul_desc;
typedef struct {
  int argument;
  void *memory;
} execution_argument;
typedef struct {
  int major, minor, patch;
} library_version;

enum { ENGINE_CPU = 1, STREAM_DEFAULT = 1, SCRATCHPAD_USER = 1, FORMAT_ANY = 1, GELU_ERF = 48 };
enum { TYPE_F32 = 3 };
enum { QUERY_WEIGHTS = 131, QUERY_SCRATCHPAD = 136 };
enum { SOURCE = 1, DESTINATION = 17, WEIGHTS = 33, BIAS = 41, SCRATCHPAD = 80 };

struct quoth_library {
  void *engine;
  const library_version *(*version)(void);
  void (*omp_set_num_threads)(int);
  int (*engine_create)(void **, int, size_t);
  int (*stream_create)(void **, void *, unsigned);
  int (*stream_wait)(void *);
  int (*stream_destroy)(void *);
  int (*memory_desc_init_by_strides)(memory_desc *, int, const int64_t *, int, const int64_t *);
  int (*memory_desc_init_by_tag)(memory_desc *, int, const int64_t *, int, int);
  int (*memory_desc_equal)(const memory_desc *, const memory_desc *);
  size_t (*memory_desc_get_size)(const memory_desc *);
  int (*memory_create)(void **, const memory_desc *, void *, void *);
  int (*memory_destroy)(void *);
  int (*matmul_desc_init)(matmul_desc *, const memory_desc *, const memory_desc *,
                          const memory_desc *, const memory_desc *);
  int (*primitive_desc_create)(void **, const void *, const void *, void *, const void *);
  const memory_desc *(*primitive_desc_query_md)(const void *, int, int);
  int (*primitive_desc_destroy)(void *);
  int (*primitive_create)(void **, const void *);
  int (*primitive_execute)(const void *, void *, int, const execution_argument *);
  int (*primitive_destroy)(void *);
  int (*primitive_attr_create)(void **);
  int (*primitive_attr_destroy)(void *);
  int (*primitive_attr_set_scratchpad_mode)(void *, int);
  int (*primitive_attr_set_post_ops)(void *, const void *);
  int (*post_ops_create)(void **);
  int (*post_ops_destroy)(void *);
  int (*post_ops_append_eltwise)(void *, float, int, float, float);
  int (*reorder_primitive_desc_create)(void **, const memory_desc *, void *, const memory_desc *,
                                       void *, const void *);
};

static bool resolve(quoth_library *library, void *handle) {
  bool complete = true;
#define FIND(name)                                     \
  *(void **)&library->name = dlsym(handle, "dnnl_" #name); \
  complete = complete && library->name
  FIND(version);
  FIND(engine_create);
  FIND(stream_create);
  FIND(stream_wait);
  FIND(stream_destroy);
  FIND(memory_desc_init_by_strides);
  FIND(memory_desc_init_by_tag);
  FIND(memory_desc_equal);
  FIND(memory_desc_get_size);
  FIND(memory_create);
  FIND(memory_destroy);
  FIND(matmul_desc_init);
  FIND(primitive_desc_create);
  FIND(primitive_desc_query_md);
  FIND(primitive_desc_destroy);
  FIND(primitive_create);
  FIND(primitive_execute);
  FIND(primitive_destroy);
  FIND(primitive_attr_create);
  FIND(primitive_attr_destroy);
  FIND(primitive_attr_set_scratchpad_mode);
  FIND(primitive_attr_set_post_ops);
  FIND(post_ops_create);
  FIND(post_ops_destroy);
  FIND(post_ops_append_eltwise);
  FIND(reorder_primitive_desc_create);
#undef FIND
  *(void **)&library->omp_set_num_threads = dlsym(handle, "omp_set_num_threads");
  return complete;
}

quoth_library *quoth_library_open(quoth_library_state *state, int *version) {
  static const char *const names[] = {"libdnnl.so.2", "libdnnl.so.3", "libdnnl.so", NULL};
  void *handle = NULL;
  for (int i = 0; names[i] && !handle; i++) handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!handle) {
    *state = QUOTH_LIBRARY_MISSING;
    return NULL;
  }
  const library_version *(*get_version)(void);
  *(void **)&get_version = dlsym(handle, "dnnl_version");
  if (get_version) {
    version[0] = get_version()->major;
    version[1] = get_version()->minor;
    version[2] = get_version()->patch;
    if (version[0] != 2) {
      *state = QUOTH_LIBRARY_OTHER_MAJOR;
      dlclose(handle);
      return NULL;
    }
  }
  quoth_library *library = calloc(1, sizeof *library);
  if (library && resolve(library, handle)
      && library->engine_create(&library->engine, ENGINE_CPU, 0) == 0) {
    *state = QUOTH_LIBRARY_OPEN;
    return library;
  }
  *state = QUOTH_LIBRARY_INCOMPLETE;
  free(library);
  dlclose(handle);
  return NULL;
}

/// Keeps the library to one thread on the calling thread.
static void use_one_thread(const quoth_library *library) {
  static _Thread_local bool done = false;
  if (!done && library->omp_set_num_threads) library->omp_set_num_threads(1);
  done = true;
}

// Products

/// Rows of each step, greatest first.
enum { STEPS = 3 };
static const int step_rows[STEPS] = {256, 64, QUOTH_ROW_STEP};

typedef struct {
  void *primitive;
  memory_desc source, destination, scratchpad;
} step;

struct quoth_product {
  const quoth_library *library;
  step steps[STEPS];
  memory_desc bias_desc;
  void *weights, *bias;
  void *weights_memory, *bias_memory;
  size_t scratch;
  int inputs, outputs;
};

static int row_major(const quoth_library *library, memory_desc *desc, int rows, int columns) {
  const dims shape = {rows, columns}, strides = {columns, 1};
  return library->memory_desc_init_by_strides(desc, 2, shape, TYPE_F32, strides);
}

/// A page-aligned block of at least one page.
static void *block(size_t size) { return aligned_alloc(4096, (size + 4096) / 4096 * 4096); }

/// Prepares the product for one number of rows; where `chosen` is given the library chooses the
/// layout of the weights and it is kept there.
static int prepare_step(quoth_product *product, step *to, int rows, const memory_desc *weights,
                        const void *attributes, memory_desc *chosen) {
  const quoth_library *l = product->library;
  int status = row_major(l, &to->source, rows, product->inputs);
  if (!status) status = row_major(l, &to->destination, rows, product->outputs);
  matmul_desc operation;
  if (!status)
    status = l->matmul_desc_init(&operation, &to->source, weights,
                                 &product->bias_desc, &to->destination);
  void *description = NULL;
  if (!status)
    status = l->primitive_desc_create(&description, &operation, attributes, l->engine, NULL);
  if (status) return status;
  to->scratchpad = *l->primitive_desc_query_md(description, QUERY_SCRATCHPAD, 0);
  size_t size = l->memory_desc_get_size(&to->scratchpad);
  if (size > product->scratch) product->scratch = size;
  if (chosen) *chosen = *l->primitive_desc_query_md(description, QUERY_WEIGHTS, 0);
  status = l->primitive_create(&to->primitive, description);
  l->primitive_desc_destroy(description);
  return status;
}

/// Copies (outputs, inputs) weights into the layout that the library chose.
static int lay_out_weights(quoth_product *product, const float *weights,
                           const memory_desc *layout) {
  const quoth_library *l = product->library;
  const dims shape = {product->inputs, product->outputs}, strides = {1, product->inputs};
  memory_desc given;
  void *from = NULL, *description = NULL, *reorder = NULL, *stream = NULL;
  int status = l->memory_desc_init_by_strides(&given, 2, shape, TYPE_F32, strides);
  product->weights = block(l->memory_desc_get_size(layout));
  if (!product->weights) return -1;
  if (!status)
    status = l->memory_create(&product->weights_memory, layout, l->engine, product->weights);
  if (!status) status = l->memory_create(&from, &given, l->engine, (void *)weights);
  if (!status)
    status = l->reorder_primitive_desc_create(&description, &given, l->engine, layout, l->engine,
                                              NULL);
  if (!status) status = l->primitive_create(&reorder, description);
  if (!status) status = l->stream_create(&stream, l->engine, STREAM_DEFAULT);
  execution_argument arguments[] = {{SOURCE, from}, {DESTINATION, product->weights_memory}};
  if (!status) status = l->primitive_execute(reorder, stream, 2, arguments);
  if (!status) status = l->stream_wait(stream);
  if (stream) l->stream_destroy(stream);
  if (reorder) l->primitive_destroy(reorder);
  if (description) l->primitive_desc_destroy(description);
  if (from) l->memory_destroy(from);
  return status;
}

quoth_product *quoth_product_float(const quoth_library *library, const float *weights,
                                   const float *bias, int outputs, int inputs, bool gelu) {
  quoth_product *product = calloc(1, sizeof *product);
  if (!product) return NULL;
  use_one_thread(library);
  *product = (quoth_product){.library = library, .inputs = inputs, .outputs = outputs};
  const dims shape = {inputs, outputs};
  memory_desc any, layout;
  void *attributes = NULL, *after = NULL;
  int status = library->memory_desc_init_by_tag(&any, 2, shape, TYPE_F32, FORMAT_ANY);
  if (!status) status = row_major(library, &product->bias_desc, 1, outputs);
  product->bias = block((size_t)outputs * sizeof(float));
  if (product->bias) memcpy(product->bias, bias, (size_t)outputs * sizeof(float));
  if (!status)
    status = library->memory_create(&product->bias_memory, &product->bias_desc, library->engine,
                                    product->bias);
  if (!status) status = library->primitive_attr_create(&attributes);
  if (!status) status = library->primitive_attr_set_scratchpad_mode(attributes, SCRATCHPAD_USER);
  if (!status && gelu) {
    status = library->post_ops_create(&after);
    if (!status) status = library->post_ops_append_eltwise(after, 1, GELU_ERF, 0, 0);
    if (!status) status = library->primitive_attr_set_post_ops(attributes, after);
  }
  for (int i = 0; i < STEPS && !status; i++)
    status = prepare_step(product, &product->steps[i], step_rows[i], i ? &layout : &any,
                          attributes, i ? NULL : &layout);
  if (!status) status = lay_out_weights(product, weights, &layout);
  if (after) library->post_ops_destroy(after);
  if (attributes) library->primitive_attr_destroy(attributes);
  if (!status) return product;
  quoth_product_free(product);
  return NULL;
}

size_t quoth_product_scratch(const quoth_product *product) { return product->scratch; }

static int run_step(const quoth_product *product, const step *step, void *stream,
                    const float *values, float *out, void *scratch) {
  const quoth_library *l = product->library;
  void *source = NULL, *destination = NULL, *scratchpad = NULL;
  int status = l->memory_create(&source, &step->source, l->engine, (void *)values);
  if (!status) status = l->memory_create(&destination, &step->destination, l->engine, out);
  if (!status) status = l->memory_create(&scratchpad, &step->scratchpad, l->engine, scratch);
  execution_argument arguments[] = {{SOURCE, source},
                                    {WEIGHTS, product->weights_memory},
                                    {DESTINATION, destination},
                                    {SCRATCHPAD, scratchpad},
                                    {BIAS, product->bias_memory}};
  if (!status) status = l->primitive_execute(step->primitive, stream, 5, arguments);
  if (source) l->memory_destroy(source);
  if (destination) l->memory_destroy(destination);
  if (scratchpad) l->memory_destroy(scratchpad);
  return status;
}

int quoth_product_run(const quoth_product *product, const float *values, int rows, float *out,
                      void *scratch) {
  const quoth_library *l = product->library;
  use_one_thread(l);
  void *stream = NULL;
  int status = l->stream_create(&stream, l->engine, STREAM_DEFAULT);
  for (int i = 0; rows > 0 && !status;) {
    if (rows < step_rows[i] && i < STEPS - 1) {
      i++;
      continue;
    }
    status = run_step(product, &product->steps[i], stream, values, out, scratch);
    values += (size_t)step_rows[i] * (size_t)product->inputs;
    out += (size_t)step_rows[i] * (size_t)product->outputs;
    rows -= step_rows[i];
  }
  if (stream) {
    l->stream_wait(stream);
    l->stream_destroy(stream);
  }
  return status;
}

void quoth_product_free(quoth_product *product) {
  const quoth_library *l = product->library;
  for (int i = 0; i < STEPS; i++)
    if (product->steps[i].primitive) l->primitive_destroy(product->steps[i].primitive);
  if (product->weights_memory) l->memory_destroy(product->weights_memory);
  if (product->bias_memory) l->memory_destroy(product->bias_memory);
  free(product->weights);
  free(product->bias);
  free(product);
}
