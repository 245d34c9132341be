#pragma once
// CWP_API: what a shared library shows. All else is compiled hidden, so that nobody can come to depend on it.
// On the namespace of a public header it holds for everything declared there.

#if defined(__GNUC__)
#define CWP_API [[gnu::visibility("default")]]
#else
#define CWP_API
#endif
