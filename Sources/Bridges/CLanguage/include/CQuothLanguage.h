#pragma once
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What CLD2 makes of a text. The strings are its own constants and are never freed.
typedef struct {
  const char *_Nonnull code;
  const char *_Nonnull name;
  /// Share of the text in this language, 0 to 100.
  int percent;
  /// Bytes of the text that were letters and counted.
  int bytes;
  bool isReliable;
} QuothLanguageGuess;

/// Names the language of UTF-8 text. CLD2 is a C++ library, hence this one function in C.
QuothLanguageGuess quoth_detect_language(const char *_Nonnull text, int length);

#ifdef __cplusplus
}
#endif
