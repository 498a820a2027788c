ALTER TABLE `number_sequences` ADD `opening` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `stations` ADD `kind` text DEFAULT 'authorised' NOT NULL;--> statement-breakpoint
DROP TRIGGER number_sequences_kept;
--> statement-breakpoint
-- an opening number of which the program has given nothing yet may be set anew
CREATE TRIGGER number_sequences_kept BEFORE DELETE ON number_sequences WHEN old.last <> old.opening
BEGIN SELECT raise(ABORT, 'a number is never given twice'); END;
