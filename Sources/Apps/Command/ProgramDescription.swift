/// What the program offers. Everything that people read about its command line comes from here.
enum ProgramDescription {
  static let statuses = [
    (0, "Done"),
    (1, "Nothing was found: no attribution, event or actor in any report, no row, or no answer"),
    (2, "Something failed, or a measured figure is below its floor"),
  ]

  static let environment = [
    ("NO_COLOR", "When set and not empty, nothing is coloured"),
    ("QUOTH_DATA", "The folder that holds Models and Lexicons"),
  ]

  static let program = CommandDescription(
    name: "quoth", summary: "reads news reports and records who said what",
    discussion: [
      """
      Reads each report and finds every attribution in it: the source, the words that show it, and \
      what is attributed, each at its characters. Everything happens on this machine; the network is \
      used only for an address you name.
      """
    ],
    options: [help, OptionDescription(name: "version", help: "Print the version")],
    examples: [
      .init(line: "quoth read report.html", purpose: "Who said what, grouped by source"),
      .init(line: "quoth read --help", purpose: "More about a command"),
    ],
    subcommands: [read, add] + asking + [remove, upkeep, eval, bench, model, completions])

  // MARK: Options of several commands

  static let help = OptionDescription(
    name: "help", letter: "h", help: "Print this help")
  static let json = OptionDescription(name: "json", help: "The same as --format json")
  static let jsonRows = OptionDescription(
    name: "json", help: "Print one JSON object a line for each row")
  static let ledger = OptionDescription(
    name: "ledger", value: .file,
    help: "The ledger's file; quoth/ledger.sqlite in your data folder unless given")
  static let date = OptionDescription(
    name: "date", value: .day, help: "The day of publication, for a report that does not say")
  static let force = OptionDescription(
    name: "force", help: "Read reports in other languages than English, too")
  static let modelFolder = OptionDescription(
    name: "model", value: .folder, help: "Read with the model in this folder")
  static let engine = OptionDescription(
    name: "engine", value: .choice(["auto", "plain", "library"]),
    help: "How the model is computed; plain is the slow reference")
  static let precision = OptionDescription(
    name: "precision", value: .choice(["int8", "f32"]),
    help: "Numbers the model is computed in; the faster here unless given")
  static let jobs = OptionDescription(
    name: "jobs", letter: "j", value: .count,
    help: "Reports read at once; the number of processors unless given")

  // MARK: Commands

  private static let read = CommandDescription(
    name: "read", summary: "reads reports and shows who said what",
    discussion: [
      """
      FILE is plain text, Markdown, HTML, or PDF where pdftotext is installed; - is standard input; \
      a folder stands for the reports in it, a quoted pattern such as 'news/*.html' for the files it \
      matches; an address that begins with http:// or https:// is fetched.
      """,
      """
      On a terminal the result is a brief: what is disputed, then every claim by source, in its own \
      words, with how sure its holder is, paragraph and line. Into a pipe or file it is JSON, one object a line. Output stands \
      in the order of the inputs. A report that cannot be read is named on standard error and the \
      others go on.
      """,
    ],
    operands: .init(usage: "FILE...", isRequired: true),
    options: [
      OptionDescription(
        name: "format", letter: "f",
        value: .choice(["brief", "json", "html", "annotations", "conllu"]),
        help: "What is written; brief on a terminal, json elsewhere, unless given"),
      json,
      OptionDescription(
        name: "output", letter: "o", value: .file,
        help: "Write to this file; with html, or to this folder, a page for each report"),
      OptionDescription(
        name: "explain", help: "Print the value after each step instead"),
      jobs, date, force, modelFolder, engine, precision, help,
    ],
    examples: [
      .init(line: "quoth read report.html", purpose: "One report on the terminal"),
      .init(
        line: "quoth read --format html -o page.html report.txt",
        purpose: "One page to look at, nothing else needed"),
      .init(
        line: "quoth read --json reports/ >records.jsonl",
        purpose: "A folder, one object a line"),
      .init(
        line: "quoth read --json report.txt | jq -r '.attributions[].content[].text'",
        purpose: "What was said, without the rest"),
      .init(
        line: "quoth read https://example.org/report.html", purpose: "A page from its address"),
    ])

  private static let add = CommandDescription(
    name: "add", summary: "reads reports into the ledger",
    discussion: [
      """
      FILEs are named as for read, and may hold many reports: ZIP and tar archives, web archives \
      (WARC, as Common Crawl has them), feeds (RSS, Atom, JSON Feed), JSON Lines, also packed with \
      gzip, zstd or xz.
      """,
      """
      Each report is kept with all that it says, and linked with what was kept before: copies, \
      stories, claims, who stands behind them and who denies them. The same report twice changes \
      nothing; another text under the same address is a new version. A report that cannot be read \
      is named on standard error and noted among those refused; the others go on. After an \
      interruption the same command goes on where it stopped.
      """,
    ],
    operands: .init(usage: "FILE...", isRequired: true),
    options: [
      ledger,
      OptionDescription(
        name: "map", value: .file,
        help: "What fields of JSON Lines are called, such as text=body,url=link"),
      OptionDescription(
        name: "follow", help: "Fetch the pages that feeds link to where they hold too little"),
      jobs, date, force, modelFolder, engine, precision, help,
    ],
    examples: [
      .init(line: "quoth add reports/", purpose: "A folder, into your ledger"),
      .init(
        line: "quoth add --ledger bridge.sqlite 'bridge/*.html'",
        purpose: "Some pages, into a ledger of their own"),
      .init(line: "quoth add CC-NEWS-20260304.warc.gz", purpose: "A web archive"),
      .init(
        line: "quoth add --map text=body,url=link articles.jsonl",
        purpose: "JSON Lines with names of its own"),
    ])

  static let ask = CommandDescription(
    name: "ask", summary: "finds the statements that answer a question",
    discussion: [
      """
      The question comes first, in quotation marks; the FILEs are named as for read. Prints the \
      statements that answer it, best first, each with its holder, how sure the holder is, and where \
      it stands, or that the report does not say. Without a FILE the ledger is asked. No sentence is \
      made up: what is printed are words of the reports.
      """
    ],
    operands: .init(usage: "QUESTION [FILE...]", isRequired: true),
    options: [
      OptionDescription(
        name: "limit", letter: "n", value: .count, help: "Answers shown; 5 unless given"),
      ledger, jsonRows, csv, jobs, date, force, modelFolder, engine, precision, help,
    ],
    examples: [
      .init(
        line: "quoth ask 'Who denied firing on the bridge?' report.txt",
        purpose: "Statements of one report"),
      .init(
        line: "quoth ask --json 'When will the ferry run?' reports/",
        purpose: "A folder, one object a line"),
    ])

  static let events = CommandDescription(
    name: "events", summary: "lists what happens, and who does it to whom",
    discussion: [
      """
      One line an event: its type (PLOVER), its word, who does it, to whom, how many, when, where, \
      and whether it happened, goes on, is planned, possible, hypothetical or denied. The FILEs are \
      named as for read. Without a FILE it lists the happenings of the ledger.
      """
    ],
    operands: .init(usage: "FILE...", isRequired: false),
    options: [
      ledger, limit, jsonRows, csv, jobs, date, force, modelFolder, engine, precision, help,
    ],
    examples: [
      .init(line: "quoth events report.txt", purpose: "The events of one report"),
      .init(
        line: "quoth events --json reports/ | jq -r 'select(.type == \"ASSAULT\").mentions[].text'",
        purpose: "Words of one type"),
    ])

  static let actors = CommandDescription(
    name: "actors", summary: "lists who speaks and acts",
    discussion: [
      """
      One line an actor: person, organisation, state or group, with name, roles as stated, country, \
      link, and how often it says and does something. The FILEs are named as for read. Without a FILE \
      it lists the actors of the ledger, those who say most first.
      """
    ],
    operands: .init(usage: "FILE...", isRequired: false),
    options: [
      ledger, limit, jsonRows, csv, jobs, date, force, modelFolder, engine, precision, help,
    ],
    examples: [
      .init(line: "quoth actors report.txt", purpose: "The actors of one report"),
      .init(line: "quoth actors --json reports/", purpose: "A folder, one object a line"),
    ])

  private static let remove = CommandDescription(
    name: "remove", summary: "takes reports out of the ledger",
    discussion: [
      """
      Takes each REPORT out with all that rests on it alone, and says what else changed: claims that \
      lost a statement, copies that have another origin now. Its id alone is kept, so that it is not \
      added again by itself. A REPORT is named by its number (r12), the beginning of its id, or the \
      path or address it came from.
      """
    ],
    operands: .init(usage: "REPORT...", isRequired: true),
    options: [
      ledger,
      OptionDescription(
        name: "backup", value: .file, help: "Take them out of this copy of the ledger, too"),
      help,
    ],
    examples: [
      .init(line: "quoth remove r12", purpose: "One report"),
      .init(
        line: "quoth remove --backup old.sqlite https://example.org/a",
        purpose: "Out of a backup as well"),
    ])

  private static let upkeep = CommandDescription(
    name: "ledger", summary: "looks after the ledger's file",
    discussion: [
      """
      check looks at every report: whether each span lies in its text and has its words, and each \
      link leads somewhere; the exit status is 2 where something is wrong. backup FILE copies the \
      ledger as it is at this moment, also while reports are added. vacuum gives the room of what was \
      removed back to the disk.
      """
    ],
    operands: .init(
      usage: "check|vacuum|backup FILE", isRequired: true, choices: ["check", "backup", "vacuum"]),
    options: [ledger, help],
    examples: [
      .init(line: "quoth ledger check", purpose: "Whether everything holds"),
      .init(line: "quoth ledger backup monday.sqlite", purpose: "A copy"),
    ])

  private static let eval = CommandDescription(
    name: "eval", summary: "scores what quoth reads against corpora with answers",
    discussion: [
      """
      attribution takes folders in the layout of PolNeAR (text/NAME.txt and \
      attributions/NAME_CODER.ann); text takes CoNLL-U files or folders of them; times \
      takes the folders of TempEval-3 and GUM; extraction takes the folder with scrapinghub and \
      fundus; places takes the folder with lgl.xml and GWN.xml; copies takes folders that \
      Tools/copies_eval.py made. The exit status is 2 when a figure is below its floor.
      """,
      """
      The other measures take corpora unpacked under their own names, and print each figure beside \
      its floor: syntax takes treebanks (gum, ewt), names conll03, coreference gum, certainty \
      factuality, events plover and gum, meantime meantime, happenings ecbplus, stories ecbplus, basil and the \
      test world.
      """,
      """
      all, or a FOLDER alone, takes one folder of corpora, each unpacked under its own name \
      (polnear, gum, ewt, tempeval3, extraction, geo, conll03, factuality, plover, meantime, ecbplus, \
      basil), and prints every figure beside its floor in one table, with a fingerprint of what was measured on. A corpus \
      that is not there is named and skipped.
      """,
    ],
    operands: .init(
      usage: "[WHAT] FOLDER...", isRequired: true, choices: Evaluations.every.map(\.name),
      takesPathAlone: true),
    options: [
      OptionDescription(
        name: "predictions", value: .file,
        help:
          "Also write what was read: attributions as the reference scorer takes them, each toponym with its place, what the heads say, or pairs of reports"
      ),
      OptionDescription(
        name: "floors", value: .file,
        help:
          "Figures that must be reached, as JSON; with all and the measures of understanding, Evaluation/floors.json unless given"
      ),
      OptionDescription(name: "json", help: "Print one JSON object"),
      jobs, modelFolder, engine, precision, help,
    ],
    examples: [
      .init(line: "quoth eval corpora/", purpose: "Every figure, floor and verdict"),
      .init(
        line: "quoth eval attribution polnear/data/dev", purpose: "Attribution, all figures"),
      .init(
        line: "quoth eval attribution --predictions dev.jsonl polnear/data/dev",
        purpose: "The same, with the input of the reference scorer"),
      .init(
        line: "quoth eval syntax corpora/gum corpora/ewt",
        purpose: "Trees and words, beside their floors"),
    ])

  private static let bench = CommandDescription(
    name: "bench", summary: "measures how fast reports are read",
    discussion: [
      """
      Reads all FILEs several times on one thread and prints words of running text a second of \
      processor time, in all and by step, and MB of text a second for tokens alone; the fastest \
      pass counts.
      """
    ],
    operands: .init(usage: "FILE...", isRequired: true),
    options: [
      OptionDescription(
        name: "passes", value: .count, help: "How often everything is read; 3 unless given"),
      OptionDescription(name: "json", help: "Print one JSON object"),
      modelFolder, engine, precision, help,
    ],
    examples: [
      .init(line: "quoth bench --passes 5 reports/", purpose: "The speed on a folder of reports")
    ])

  private static let model = CommandDescription(
    name: "model", summary: "says which model is in use and prints its card",
    options: [
      OptionDescription(name: "json", help: "Print one JSON object, without the card"),
      modelFolder, engine, precision, help,
    ],
    examples: [
      .init(line: "quoth model", purpose: "Name, version, folder, kernels and card")
    ])

  private static let completions = CommandDescription(
    name: "completions", summary: "prints completions for a shell",
    operands: .init(
      usage: "SHELL", isRequired: true, choices: Completions.Shell.allCases.map(\.rawValue)),
    options: [help],
    examples: [
      .init(
        line: "quoth completions bash >~/.local/share/bash-completion/completions/quoth",
        purpose: "For bash"),
      .init(line: "quoth completions zsh >~/.zfunc/_quoth", purpose: "For zsh"),
      .init(
        line: "quoth completions fish >~/.config/fish/completions/quoth.fish", purpose: "For fish"),
    ])
}
