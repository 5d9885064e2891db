#include "CQuothLanguage.h"

// CLD2's header uses FILE without naming where it comes from.
#include <cstdio>

#include <cld2/public/compact_lang_det.h>

QuothLanguageGuess quoth_detect_language(const char *text, int length) {
  CLD2::Language languages[3];
  int percents[3];
  int bytes = 0;
  bool isReliable = false;
  CLD2::Language language = CLD2::DetectLanguageSummary(
      text, length, /*is_plain_text=*/true, languages, percents, &bytes, &isReliable);
  return {CLD2::LanguageCode(language), CLD2::LanguageName(language),
          language == languages[0] ? percents[0] : 0, bytes, isReliable};
}
