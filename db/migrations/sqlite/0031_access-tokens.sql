CREATE TABLE `access_token` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`region` text,
	`in_address` integer NOT NULL,
	`account` text NOT NULL,
	`created_as` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`uses` integer DEFAULT 0 NOT NULL,
	`last_used_at` text,
	`revoked_by` text,
	`revoked_as` text,
	`revoked_at` text,
	`revoke_reason` text,
	FOREIGN KEY (`region`) REFERENCES `region`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_token_hash` ON `access_token` (`token_hash`);--> statement-breakpoint
CREATE INDEX `access_token_account` ON `access_token` (`account`);