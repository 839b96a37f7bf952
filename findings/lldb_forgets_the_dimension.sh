#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
#
# LLDB 14: dollars and hours have one type. Of a quantity whose dimension is a template that is only declared, the debugger's
# name of the type leaves out what the dimension is made of.
#
# One would guess: a debugger names a type as the program does, since the compiler wrote the whole name down; gdb does so.
# What happens: quantity<per<money>> and quantity<per<hours>> are both shown as `quantity<per<> >`, with GCC's debug
#   information and with Clang's. Where the dimension is complete (an object of it exists) the arguments are there, but for
#   a parameter pack of GCC's they are lost then as well.
# Version: lldb-14 14.0.6 (Debian 12), programs of g++-12 12.2 and clang-14 14.0.6; gdb 13.1 beside it. The file is read, no
#   process is started.
# Why it matters: libraries of units carry the dimension in tag types that nobody needs to define; that is their point, and what
#   keeps compilers' messages short. Who looks whether a variable is money or money per hour sees one name for both, and a
#   pretty printer that is registered by the type's name, or that chooses the unit by it, shows one in the unit of the other.
# Instead: gdb; or take the dimension from the mangled name of one of the type's member functions, which has it whole.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

if [ "$(dpkg --print-architecture)" != amd64 ]; then
    echo "needs Debian 12 on amd64" >&2
    exit 2
fi
if ! dpkg-query -W g++-12 clang-14 lldb-14 gdb >/dev/null 2>&1; then
    apt-get update -qq
    apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends g++-12 clang-14 lldb-14 gdb >/dev/null
fi
version=$(dpkg-query -W -f '${Version}' lldb-14)
case $version in
1:14.0.6-*) ;;
*)
    echo "needs lldb-14 14.0.6, found $version" >&2
    exit 2
    ;;
esac

cat >units.cpp <<'END'
struct money;
struct hours;
template <class> struct per;
template <class...> struct product;
template <class...> struct complete_product {};
template <class Dimension> struct quantity { double base; };
quantity<per<money>> per_dollar{1.0};
quantity<per<hours>> per_hour{2.0};
quantity<product<money, per<hours>>> rent{3.0};
complete_product<money, hours> whole;
int main() { return per_dollar.base + per_hour.base + rent.base > 0.0 ? 0 : 1; }
END

for compiler in g++-12 clang++-14; do
    $compiler -std=c++20 -g -O0 units.cpp -o units
    echo "$compiler"
    # Its scripting may miss its module, which it says and which is not needed.
    lldb-14 --batch -o "target variable -T per_dollar per_hour rent whole" units 2>/dev/null |
        sed -n 's/^(\(.*\)) \([a-z_]*\) = .*/  lldb  \2: \1/p'
    for name in per_dollar per_hour rent whole; do
        gdb -nx -batch -ex "whatis $name" units 2>/dev/null | sed "s/^type = /  gdb   $name: /"
    done
done | tee seen.txt
cat >expected.txt <<'END'
g++-12
  lldb  per_dollar: quantity<per<> >
  lldb  per_hour: quantity<per<> >
  lldb  rent: quantity<product<> >
  lldb  whole: complete_product<>
  gdb   per_dollar: quantity<per<money> >
  gdb   per_hour: quantity<per<hours> >
  gdb   rent: quantity<product<money, per<hours> > >
  gdb   whole: complete_product<money, hours>
clang++-14
  lldb  per_dollar: quantity<per<> >
  lldb  per_hour: quantity<per<> >
  lldb  rent: quantity<product<> >
  lldb  whole: complete_product<money, hours>
  gdb   per_dollar: quantity<per<money> >
  gdb   per_hour: quantity<per<hours> >
  gdb   rent: quantity<product<money, per<hours> > >
  gdb   whole: complete_product<money, hours>
END
diff -u expected.txt seen.txt || {
    echo "the finding no longer holds as it is described" >&2
    exit 1
}
