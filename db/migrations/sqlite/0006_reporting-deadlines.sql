CREATE TABLE `reporting_deadline` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`month` integer NOT NULL,
	`sequence` integer NOT NULL,
	`region` text,
	`on_time_day` text NOT NULL,
	`closes_on` text,
	`reason` text NOT NULL,
	`author` text,
	`authored_as` text NOT NULL,
	`decided_at` text NOT NULL,
	FOREIGN KEY (`region`) REFERENCES `region`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reporting_deadline_sequence` ON `reporting_deadline` (`year`,`month`,`sequence`);