CREATE TABLE `office_decision` (
	`id` text PRIMARY KEY NOT NULL,
	`subject` text NOT NULL,
	`sequence` integer NOT NULL,
	`value` text NOT NULL,
	`reason` text NOT NULL,
	`author` text,
	`authored_as` text NOT NULL,
	`decided_at` text NOT NULL,
	FOREIGN KEY (`author`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `office_decision_sequence` ON `office_decision` (`subject`,`sequence`);--> statement-breakpoint
ALTER TABLE `submission_version` ADD `due_on` text;