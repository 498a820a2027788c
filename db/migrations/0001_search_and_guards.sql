-- Words cut beforehand by db/search.ts (single hanzi and pairs, Latin and digit triples); the ascii tokenizer leaves every other character alone.
CREATE VIRTUAL TABLE customer_search USING fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii');
--> statement-breakpoint
CREATE VIRTUAL TABLE unit_search USING fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii');
--> statement-breakpoint
-- Correction is 作废 and a new form, never an edit (reliability.md D.4).
CREATE TRIGGER issued_papers_frozen BEFORE UPDATE ON issued_papers
WHEN new.form IS NOT old.form OR new.number IS NOT old.number OR new.paper IS NOT old.paper OR new.hash IS NOT old.hash OR new.sequence IS NOT old.sequence OR new.period IS NOT old.period
BEGIN SELECT raise(ABORT, 'an issued paper never changes'); END;
--> statement-breakpoint
CREATE TRIGGER issued_papers_kept BEFORE DELETE ON issued_papers
BEGIN SELECT raise(ABORT, 'an issued paper is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER number_sequences_grow BEFORE UPDATE ON number_sequences WHEN new.last <= old.last
BEGIN SELECT raise(ABORT, 'a number is never given twice'); END;
--> statement-breakpoint
CREATE TRIGGER number_sequences_kept BEFORE DELETE ON number_sequences
BEGIN SELECT raise(ABORT, 'a number is never given twice'); END;
--> statement-breakpoint
CREATE TRIGGER command_log_frozen BEFORE UPDATE ON command_log
BEGIN SELECT raise(ABORT, 'the command log never changes'); END;
