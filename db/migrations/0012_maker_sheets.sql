CREATE TABLE `maker_sheets` (
	`id` integer PRIMARY KEY NOT NULL,
	`manufacturer_id` integer NOT NULL,
	`version` integer NOT NULL,
	`sheet` text NOT NULL,
	`saved_at` text NOT NULL,
	`saved_by` integer,
	FOREIGN KEY (`manufacturer_id`) REFERENCES `manufacturers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `maker_sheets_version` ON `maker_sheets` (`manufacturer_id`,`version`);