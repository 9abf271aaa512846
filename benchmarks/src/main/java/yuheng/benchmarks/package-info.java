/// Measures the house, and prints what it measured (基准测试). Each bench is one class; a new one joins
/// [Bench#ALL].
@NullMarked
package yuheng.benchmarks;

import org.jspecify.annotations.NullMarked;
