// SPDX-License-Identifier: BSL-1.0
// Tables of 100 MB read from a stream to observations, against a loop of getline and strtod that knows the table and checks
// nothing. Medians of processor time over the rounds, in memory that the process has had before; the first run, whose memory
// comes page by page from the system, is told apart. Peak memory of the first run over what is kept.
// Usage: bench_csv [rounds] [megabytes]        (default 5 and 100; memory on Linux alone, from /proc/self/status)
#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <istream>
#include <streambuf>
#include <string>
#include <utility>
#include <vector>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include <headway/history/csv_table.hpp>
#include <headway/quantity/units.hpp>

namespace hw = headway;
using namespace headway::units;

namespace {

double sink = 0.0;  // what the optimiser must not remove

/// Text that somebody else keeps, for a stream.
class memory_buffer : public std::streambuf {
  public:
    explicit memory_buffer(std::string& text) { setg(text.data(), text.data(), text.data() + text.size()); }
};

class dice {
  public:
    std::uint64_t operator()(std::uint64_t below) {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return (state_ >> 33) % below;
    }

  private:
    std::uint64_t state_ = 2025;
};

struct table_form {
    const char* name;
    const char* header;
    const char* row;  ///< year, month, day, chip, price before and behind the decimal sign
    hw::csv_options options;
};

/// About 400 rows for each day, in order of date.
std::string text_of(const table_form& form, std::size_t size) {
    std::string text;
    text.reserve(size + 100);
    text = form.header;
    dice throw_of;
    std::array<char, 100> row{};
    for (unsigned i = 0; text.size() < size; ++i) {
        const unsigned day = i / 400;
        const int length = std::snprintf(row.data(), row.size(), form.row, 1980 + day / 336, day / 28 % 12 + 1,
                                         day % 28 + 1, static_cast<unsigned>(throw_of(90)),
                                         static_cast<unsigned>(throw_of(20'000)), static_cast<unsigned>(throw_of(100)));
        text.append(row.data(), static_cast<std::size_t>(length));
    }
    return text;
}

using dated = std::vector<std::pair<double, double>>;

/// As a program does that need not expect anything else.
dated plain_loop(std::istream& in, char separator, char decimal) {
    dated found;
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        line.erase(std::remove(line.begin(), line.end(), '"'), line.end());
        char* end = nullptr;
        const auto year = std::strtol(line.c_str(), &end, 10);
        const auto month = std::strtoul(end + 1, &end, 10);
        const auto day = std::strtoul(end + 1, &end, 10);
        const std::size_t price = line.rfind(separator) + 1;
        if (decimal != '.') std::replace(line.begin() + static_cast<std::ptrdiff_t>(price), line.end(), decimal, '.');
        const std::chrono::sys_days when = std::chrono::year(static_cast<int>(year)) /
                                           std::chrono::month(static_cast<unsigned>(month)) /
                                           std::chrono::day(static_cast<unsigned>(day));
        found.emplace_back(86400.0 * static_cast<double>(when.time_since_epoch().count()),
                           std::strtod(line.c_str() + price, nullptr));
    }
    return found;
}

double milliseconds_since(std::clock_t start) {
    return 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

template <class Job>
double median_of(int rounds, Job job) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) times.push_back(job());
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

double bytes_of_status(const char* key) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.rfind(key, 0) == 0) return 1024.0 * std::atof(line.c_str() + std::string(key).size());
    }
    return 0.0;
}

void restart_peak() { std::ofstream("/proc/self/clear_refs") << 5; }

struct times {
    double load;
    double observations;
};

times read(std::string& text, const hw::csv_options& options, std::size_t& rows) {
    memory_buffer buffer(text);
    std::istream in(&buffer);
    const auto start = std::clock();
    const hw::csv_table table = hw::load_csv(in, options);
    const double load = milliseconds_since(start);
    const auto middle = std::clock();
    const auto found = table.observations("year", "price", usd, hw::missing_cells::refuse);
    const double observations = milliseconds_since(middle);
    rows = found.size();
    sink += found.back().value.in(usd);
    return {load, observations};
}

void no_pages_are_given_back() {
#if defined(__GLIBC__)
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, -1);
#endif
}

}  // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 5;
    const std::size_t size = static_cast<std::size_t>(argc > 2 ? std::max(1, std::atoi(argv[2])) : 100) * 1'000'000;
    const table_form forms[] = {
        {"ISO dates, plain numbers", "year,chip,price\n", "%04u-%02u-%02u,A%02u,%u.%02u\n", {}},
        {"all quoted, decimal commas, CR LF",
         "year;chip;price\r\n",
         "\"%04u-%02u-%02u\";\"A \"\"%02u\"\"\";\"%u,%02u\"\r\n",
         {.separator = ';', .decimal = ','}},
    };
    std::vector<times> first;
    std::printf("%d rounds\n", rounds);
    for (const auto& form : forms) {
        std::string text = text_of(form, size);
        std::size_t rows = 0;
        restart_peak();
        const double before = bytes_of_status("VmRSS:");
        first.push_back(read(text, form.options, rows));
        const double peak = bytes_of_status("VmHWM:") - before;
        const double kept = static_cast<double>(text.size()) + (4.0 + 16.0) * static_cast<double>(rows);
        std::printf("%-36s %zu rows, kept %.0f MB (text, 4 bytes a row, 16 an observation), peak %.0f MB, ratio %.2f "
                    "(target 1.5)\n",
                    form.name, rows, 1e-6 * kept, 1e-6 * peak, peak / kept);
    }
    no_pages_are_given_back();
    for (std::size_t i = 0; i < first.size(); ++i) {
        const auto& form = forms[i];
        std::string text = text_of(form, size);
        const double megabytes = 1e-6 * static_cast<double>(text.size());
        std::size_t rows = 0;
        static_cast<void>(read(text, form.options, rows));
        std::vector<double> loads;
        const double whole = median_of(rounds, [&] {
            const times t = read(text, form.options, rows);
            loads.push_back(t.load);
            return t.load + t.observations;
        });
        std::sort(loads.begin(), loads.end());
        const double load = loads[loads.size() / 2];
        const double loop = median_of(rounds, [&] {
            memory_buffer buffer(text);
            std::istream in(&buffer);
            const auto start = std::clock();
            sink += plain_loop(in, form.options.separator, form.options.decimal).back().second;
            return milliseconds_since(start);
        });
        std::printf("%-36s whole %.0f MB/s (target 200), load_csv %.0f MB/s, getline and strtod %.0f MB/s, ratio %.2f; "
                    "in fresh memory %.0f MB/s\n",
                    form.name, 1e3 * megabytes / whole, 1e3 * megabytes / load, 1e3 * megabytes / loop, whole / loop,
                    1e3 * megabytes / (first[i].load + first[i].observations));
    }
    return sink == 0.5 ? 1 : 0;
}
