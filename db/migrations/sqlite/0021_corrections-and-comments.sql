CREATE TABLE `figure_comment` (
	`id` text PRIMARY KEY NOT NULL,
	`region` text NOT NULL,
	`year` integer NOT NULL,
	`month` integer NOT NULL,
	`indicator` text NOT NULL,
	`sequence` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`author` text,
	`authored_as` text NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`indicator`) REFERENCES `indicator`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`region`,`year`,`month`) REFERENCES `submission`(`region`,`year`,`month`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `figure_comment_sequence` ON `figure_comment` (`region`,`year`,`month`,`indicator`,`sequence`);--> statement-breakpoint
ALTER TABLE `submission_version` ADD `revoked_by` text REFERENCES account(id);--> statement-breakpoint
ALTER TABLE `submission_version` ADD `revoked_as` text;--> statement-breakpoint
ALTER TABLE `submission_version` ADD `revoked_at` text;--> statement-breakpoint
ALTER TABLE `submission_version` ADD `revoke_reason` text;--> statement-breakpoint
ALTER TABLE `submission_version` ADD `package_month` integer;--> statement-breakpoint
ALTER TABLE `submission_version` ADD `package_number` integer;