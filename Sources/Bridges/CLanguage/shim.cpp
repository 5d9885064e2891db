#include "CQuothLanguage.h"
