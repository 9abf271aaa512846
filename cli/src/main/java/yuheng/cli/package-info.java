/// The commands of `./yuheng`, described in `docs/book/reference/commands.md`. The only place that
/// wires the rooms and reads the environment.
///
/// - Results go to standard output, talk to standard error.
/// - Exit codes: 0 done, 1 the input is wrong, 2 the command is, 3 it could not run.
/// - Depends on: every room.
@NullMarked
package yuheng.cli;

import org.jspecify.annotations.NullMarked;
