#include "CQuothDNNL.h"
