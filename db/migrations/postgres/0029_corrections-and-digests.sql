ALTER TABLE "bulletin_version" ADD COLUMN "facts" json;--> statement-breakpoint
ALTER TABLE "mail_choice" ADD COLUMN "digest" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "mail_choice" ADD COLUMN "attach_bulletin" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "mail_choice" ADD COLUMN "last_digest_on" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "digest" json;