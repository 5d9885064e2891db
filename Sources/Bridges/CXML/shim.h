#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 shows the system's ICU types in its headers, which clash with the copy of ICU in
// Foundation wherever both are imported, as in tests. Nothing here uses them.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlIO.h>
