/* What each architecture has of its own. The build says which one. */
#include "loader.h"

#include ARCH
