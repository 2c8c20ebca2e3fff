#pragma once

/* libxlsxwriter writes workbooks; zlib, which it brings, reads them back. */
#if !__has_include(<xlsxwriter.h>) || !__has_include(<zlib.h>)
#error "the trait XLSX needs libxlsxwriter and zlib with their headers: apt-get install libxlsxwriter-dev zlib1g-dev"
#endif

#include <xlsxwriter.h>
#include <zlib.h>
