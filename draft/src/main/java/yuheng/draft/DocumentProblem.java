package yuheng.draft;

import java.util.List;
import java.util.Optional;
import yuheng.draft.PolicyDocument.Opened;
import yuheng.terms.Problem;
import yuheng.terms.Problem.Marked;
import yuheng.terms.Span;

/// Why a document cannot be read; every way has its code and its mend.
enum DocumentProblem {
  NOT_THERE(
      "DR001",
      "there is no file `%s`",
      "a draft is drawn up from a document",
      "check the path; folders are not read"),
  TOO_LARGE(
      "DR002",
      "`%s` is larger than 20 MB",
      "a policy document of the longest kind has a few hundred kilobytes of words; more is"
          + " pictures",
      "save the words alone as .txt or .docx"),
  EMPTY(
      "DR003",
      "`%s` has no words",
      "a draft is drawn up from words",
      "check that it is the right file, and that the words are not in pictures"),
  NOT_TEXT(
      "DR004",
      "`%s` is not text",
      "a plain text is UTF-8 or GB18030 from its first byte to its last",
      "save it as UTF-8, or give the original .docx, .pdf or .html"),
  DAMAGED_TEXT(
      "DR005",
      "`%s` is UTF-8 with damaged characters",
      "offsets count characters, so every character must be there",
      "get a whole copy of the file; the place shown is the first damage"),
  ANOTHER_FORMAT(
      "DR006",
      "`%s` is a file of a kind that is not read",
      "documents are read as .txt, .md, .docx, .pdf and .html",
      "open it in its own program (Word, WPS) and save it as .docx or as plain text"),
  DAMAGED_WORD(
      "DR007",
      "`%s` is a damaged Word document",
      "a .docx is a zip archive of XML parts, and some of it cannot be read",
      "open it in Word or WPS, let it be repaired, and save it again"),
  SWOLLEN(
      "DR008",
      "`%s` unpacks to more than any document needs",
      "a small archive that unpacks to hundreds of megabytes is made to harm",
      "ask whoever sent it for the words as plain text"),
  DAMAGED_PDF(
      "DR009",
      "`%s` is a damaged PDF",
      "its objects or pages cannot be read",
      "get a whole copy, or print it to PDF again"),
  LOCKED_PDF(
      "DR010",
      "`%s` is a PDF that a password protects",
      "its words may not be taken out without the password",
      "get a copy without protection from whoever issued it"),
  SCANNED_PDF(
      "DR011",
      "`%s` is a PDF of pictures without a text layer",
      "a scanned page has no words, only their picture",
      "run text recognition on it and have a person read the result, or find the document as text"),
  FOLDER_TAKEN(
      "DR020",
      "the folder `%s` is not empty",
      "a review starts in a folder of its own",
      "name a new folder, or go on with the review that is there"),
  NO_REVIEW(
      "DR021",
      "`%s` is not the folder of a review",
      "a review is text.txt, document.json and decisions.jsonl",
      "name the folder that the review was started in"),
  TEXT_CHANGED(
      "DR022",
      "the text in `%s` is not the one that the review was started with",
      "decisions name places in the text, so the text never changes",
      "put the old text.txt back, or start a new review"),
  DAMAGED_JOURNAL(
      "DR023",
      "a decision in `%s` cannot be read",
      "a journal is only ever appended to; only its last line may be unfinished",
      "get the file from a backup; nothing was changed");

  private final String code;
  private final String what;
  private final String why;
  private final String mend;

  DocumentProblem(String code, String what, String why, String mend) {
    this.code = code;
    this.what = what;
    this.why = why;
    this.mend = mend;
  }

  Problem in(String name) {
    return at(Span.at(name, 1, 1), name);
  }

  Problem at(Span place, String name) {
    return new Problem(code, what.formatted(name), List.of(new Marked(place, "")), why, mend);
  }

  Opened opened(String name) {
    return new Opened(Optional.empty(), List.of(in(name)));
  }
}
