ALTER TABLE `bulletin_version` ADD `facts` text;--> statement-breakpoint
ALTER TABLE `mail_choice` ADD `digest` text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE `mail_choice` ADD `attach_bulletin` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `mail_choice` ADD `last_digest_on` text;--> statement-breakpoint
ALTER TABLE `mail` ADD `digest` text;