package yuheng.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;
import yuheng.facts.Role;

/// The entry of `./yuheng`.
@Command(
    name = "yuheng",
    description = "Runs an industrial strategy written as a document. 按文件运行一项产业战略。",
    subcommands = {
      DemoCommand.class,
      CheckCommand.class,
      DraftCommand.class,
      FormatCommand.class,
      MeasureCommand.class,
      BulletinCommand.class,
      DutiesCommand.class,
      BreakdownCommand.class,
      SynthCommand.class,
      EnterCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      TemplateCommand.class,
      ServeCommand.class,
      AccountCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      StoreCommand.class,
      AuditCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "Also: yuheng test [--deep] runs what the project's continuous integration runs."
    },
    mixinStandardHelpOptions = true,
    version = "yuheng 0.1.0")
final class Main {
  static final int OK = 0;
  static final int WRONG_INPUT = 1;
  static final int COULD_NOT_RUN = 3;

  private Main() {}

  /// Runs one command and ends with its exit code.
  public static void main(String[] arguments) {
    int code = run(arguments, System.out, System.err);
    if (code != OK) {
      System.exit(code);
    }
  }

  static int run(String[] arguments, PrintStream out, PrintStream err) {
    var command = new CommandLine(new Main());
    command.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    command.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.registerConverter(Role.class, Main::role);
    command.setExecutionExceptionHandler(
        (failure, line, _) -> {
          if (failure instanceof WrongInput wrong) {
            line.getErr().println(wrong.getMessage());
            return WRONG_INPUT;
          }
          line.getErr().println("yuheng: could not run: " + failure);
          return COULD_NOT_RUN;
        });
    return command.execute(arguments);
  }

  /// A role as it is written everywhere else: `line-office`.
  private static Role role(String written) {
    return Role.find(written.toLowerCase(Locale.ROOT))
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "«%s» is none of: %s"
                        .formatted(
                            written,
                            Stream.of(Role.values())
                                .map(Role::code)
                                .collect(Collectors.joining(", ")))));
  }
}
