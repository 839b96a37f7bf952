// SPDX-License-Identifier: BSL-1.0
// How predictable is technological progress? A technology whose cost falls by a known drift with known noise is forecast
// from every window of its past, and the forecasts are held against what came. Then the same for data of your own:
//
//     example_how_predictable_is_it data.csv "Time (Year)" "Price (2005 USD)" [theta]
#include "../common/answers.hpp"

#include <headway/history/csv_table.hpp>
#include <headway/history/undercut_probability.hpp>
#include <headway/sampling/random_stream.hpp>
#include <headway/scoring/hindcast.hpp>
#include <headway/table/score_table.hpp>

#include <fstream>

namespace hw = headway;
namespace report = headway::report;
using namespace headway::units;
using namespace std::chrono_literals;

// ---- A technology of our own making -------------------------------------------------------------------------------

constexpr double drift = -0.10;  // of the logarithm of the cost, each year
constexpr double noise = 0.15;
constexpr int years = 40;
constexpr int technologies = 500;
constexpr int window = 10;  // increments from which each forecast is made
constexpr hw::moving_average average(0.63);

/// Its costs in 1986 to 2025. The random numbers are those of the technology's number, whatever the increments.
hw::observations<double> costs(std::uint64_t technology, const hw::moving_average& increments) {
    double u[64];
    hw::random_stream(technology, hw::hash_of("how predictable is it")).uniforms(0, u);
    const double theta = increments.theta();
    std::vector<hw::observation<double>> rows;
    double log_cost = hw::log(100.0);
    for (int k = 0; k < years; ++k) {
        if (k > 0) {
            const double v = hw::normal_quantile(u[k]) + theta * hw::normal_quantile(u[k - 1]);
            log_cost += drift + noise * v / hw::sqrt(1.0 + theta * theta);
        }
        rows.emplace_back(hw::date(std::chrono::year(1986 + k) / 1 / 1), hw::exp(log_cost));
    }
    return hw::observations<double>(std::move(rows));
}

hw::hindcast_record all_technologies(const hw::moving_average& made_with, const hw::moving_average& fitted_with) {
    hw::hindcast_record record(window, fitted_with);
    for (std::uint64_t i = 0; i < technologies; ++i) record.add(hw::hindcast(costs(i, made_with), window, fitted_with));
    return record;
}

// ---- The questions ------------------------------------------------------------------------------------------------

const std::vector<int> horizons = {1, 2, 5, 10, 15, 20, 25};

std::string interval(const hw::belief<double>& b, double level) {
    return hw::to_text(b.quantile(0.5 - level / 2.0)) + " to " + hw::to_text(b.quantile(0.5 + level / 2.0));
}

template <class Walk>
void print_forecasts(const Walk& walk) {
    report::text_table table({"forecast for", "median", "50 % between", "90 % between"});
    for (const int steps : {1, 5, 10, 20}) {
        const auto b = walk.forecast_after(steps);
        table.row({hw::to_text(walk.last_date() + steps * walk.step()), hw::to_text(b.median()), interval(b, 0.5),
                   interval(b, 0.9)});
    }
    std::cout << table;
}

void print_estimates(const auto& walk) {
    std::cout << "drift " << hw::to_text(walk.drift()) << " a step (standard error "
              << hw::to_text(walk.drift_standard_error(), 2) << "), noise " << hw::to_text(walk.noise())
              << " (standard error " << hw::to_text(walk.noise_standard_error(), 2) << "), from " << walk.increments()
              << " increments\n";
}

void one_technology() {
    answers::question("One technology, 40 years: what would its forecasters have said?");
    const auto data = costs(1, hw::independent_increments);
    const auto walk = hw::fit_random_walk(data, hw::independent_increments);
    answers::say(
        "Its cost has a drift of -0.1 a year and a noise of 0.15, which nobody knows. Estimated from all 40 years:");
    print_estimates(walk);
    std::cout << '\n';
    print_forecasts(walk);
    const auto record = hw::hindcast(data, window, hw::independent_increments);
    std::cout << '\n';
    answers::say(
        "Each window of 10 increments forecasts every later year, " + std::to_string(record.forecasts().size()) +
        " forecasts. Squared errors are in units of the window's own noise; scores are in logarithms, lower is "
        "better. One history is one draw: its windows overlap, so the numbers need not be near the expected ones.");
    std::cout << '\n' << report::hindcast_table(record, horizons);
}

void many_technologies(const hw::hindcast_record& record) {
    answers::question(std::to_string(technologies) +
                      " such technologies: do errors grow, and intervals cover, as the theory says?");
    std::cout << report::hindcast_table(record, horizons) << '\n';
    answers::say("A forecast 20 years ahead from 10 increments errs by " +
                 hw::to_text(hw::sqrt(record.horizons()[19].squared_error)) +
                 " times the noise (root mean square). Were drift and noise known, it would be " +
                 hw::to_text(hw::sqrt(20.0)) + " times: half of the error comes from knowing both from 10 years only.");
}

void wrong_model(const hw::hindcast_record& record_of_independent) {
    answers::question("What if the increments are not what the forecaster says they are?");
    std::vector<report::named_scores> rows;
    const auto add = [&](const char* name, const hw::moving_average& made_with, const hw::moving_average& fitted_with) {
        rows.push_back({name, all_technologies(made_with, fitted_with).horizons()[9].scores});
    };
    rows.push_back({"independent, fitted so", record_of_independent.horizons()[9].scores});
    add("independent, fitted with 0.63", hw::independent_increments, average);
    add("0.63, fitted as independent", average, hw::independent_increments);
    add("0.63, fitted so", average, average);
    std::cout << report::score_table(rows, "increments, 10 years ahead") << '\n';
    answers::say(
        "A moving average that is not there makes intervals too wide: they hold more than they say. One that is "
        "there and ignored makes them too narrow. Even the right one holds a little less than it says, because the "
        "noise is estimated as if the 10 increments were independent.");
}

void rival() {
    answers::question("When does it undercut a rival whose cost stands still?");
    const hw::date today(2025y / 1 / 1);
    const hw::random_walk ours(today, 3.0 * usd, year, {-0.10, 0.15, 33, average});
    const hw::random_walk theirs(today, 1.0 * usd, year, {0.0, 0.10, 33, average});
    report::text_table table({"three times as dear today, -0.10 a year", "odds to be cheaper"});
    for (const int ahead : {5, 11, 20, 30}) {
        table.row({"in " + std::to_string(ahead) + " years",
                   answers::percent_text(hw::undercut_probability(ours, theirs, today + ahead * year), 3)});
    }
    std::cout << table << '\n';
    answers::say(
        "The parameters are those of solar photovoltaics and a rival in Farmer & Lafond (2016), How predictable is "
        "technological progress?, Research Policy 45:647.");
}

// ---- Your data ----------------------------------------------------------------------------------------------------

int your_data(const char* path, const char* date_column, const char* value_column, const char* theta) {
    const auto stated_theta = hw::parse_number(theta);
    if (!stated_theta) {
        std::cerr << theta << ": theta must be a number, such as 0 or 0.63\n";
        return 2;
    }
    std::ifstream file(path);
    if (!file) {
        std::cerr << path << ": cannot be opened\n";
        return 1;
    }
    try {
        const auto data = hw::load_csv(file).observations(date_column, value_column, 1.0, hw::missing_cells::skip);
        const hw::moving_average stated(*stated_theta);
        answers::question("Your data: " + std::string(value_column));
        const auto walk = hw::fit_random_walk(data, stated);
        print_estimates(walk);
        std::cout << '\n';
        print_forecasts(walk);
        for (const int increments : {5, window}) {
            if (data.size() < static_cast<std::size_t>(increments) + 2) continue;
            const auto record = hw::hindcast(data, increments, stated);
            std::cout << "\nWindows of " << increments << " increments, " << record.windows() << " of them";
            if (record.windows_without_noise() > 0) {
                std::cout << ", and " << record.windows_without_noise() << " without noise that forecast nothing";
            }
            std::cout << ":\n\n" << report::hindcast_table(record, horizons);
        }
        return 0;
    } catch (const std::exception& error) {
        std::cerr << path << ": " << error.what() << '\n';
        return 1;
    }
}

int main(int argc, char** argv) {
    if (argc != 1 && argc != 4 && argc != 5) {
        std::cerr << "usage: " << argv[0] << " [data.csv date-column value-column [theta]]\n";
        return 2;
    }
    std::cout << "How predictable is it?\nA cost that falls by a random walk with drift is forecast from its past.\n";
    one_technology();
    const auto record = all_technologies(hw::independent_increments, hw::independent_increments);
    many_technologies(record);
    wrong_model(record);
    rival();
    return argc == 1 ? 0 : your_data(argv[1], argv[2], argv[3], argc == 5 ? argv[4] : "0");
}
