package yuheng.reports;

import yuheng.facts.Access;

/// A report on its way, with the access of the unit whose it is.
public record Sent(Access by, Submission said) {}
