CREATE TABLE `paired_seats` (
	`id` integer PRIMARY KEY NOT NULL,
	`seat_id` text NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`port` integer NOT NULL,
	`since` text NOT NULL,
	`last_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `paired_seats_seat` ON `paired_seats` (`seat_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `paired_seats_token` ON `paired_seats` (`token_hash`);