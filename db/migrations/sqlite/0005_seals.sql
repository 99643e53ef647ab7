CREATE TABLE `seal` (
	`position` integer PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`about` text NOT NULL,
	`digest` text NOT NULL,
	`mac` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `seal_subject` ON `seal` (`subject`);